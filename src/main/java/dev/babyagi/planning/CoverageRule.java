package dev.babyagi.planning;

import java.util.HashSet;
import java.util.Set;

/**
 * V9: every requirement is covered by a task. A plan whose tasks say nothing of what they
 * cover cannot be checked, and is not.
 */
final class CoverageRule implements Rule {

	@Override
	public void check(Draft draft, Terms terms, Findings findings) {
		Set<String> covered = new HashSet<>();
		draft.tasks().forEach((task) -> covered.addAll(task.covers()));
		if (covered.isEmpty()) {
			return;
		}
		terms.kept().forEach((task) -> covered.addAll(task.covers()));
		draft.requirements()
			.stream()
			.filter((requirement) -> !covered.contains(requirement.id()))
			.forEach((requirement) -> findings.fault(null, "requirements", "requirement " + requirement.id()
					+ " is covered by no task that leads to the answer; add a task, or name it in covers"));
	}

}
