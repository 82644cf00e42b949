package dev.babyagi.planning;

import java.util.HashSet;
import java.util.Set;

import dev.babyagi.plan.Task;
import dev.babyagi.plan.TaskId;

/**
 * V3: ids are unique and well formed.
 */
final class IdRule implements Rule {

	@Override
	public void check(Draft draft, Terms terms, Findings findings) {
		Set<String> seen = new HashSet<>();
		for (Task task : draft.tasks()) {
			if (!seen.add(task.id())) {
				findings.fault(task.id(), "id", "is used twice; each task needs an id of its own");
			}
			boolean wellFormed = TaskId.isWellFormed(task.id()) && (terms.splits() || TaskId.depth(task.id()) == 0);
			if (!wellFormed && TaskReader.isNamed(task.id())) {
				findings.fault(task.id(), "id", "must be t1, t2, t3 and so on");
			}
		}
	}

}
