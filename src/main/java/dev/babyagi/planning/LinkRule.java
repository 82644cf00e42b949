package dev.babyagi.planning;

import java.util.Set;

import dev.babyagi.plan.Task;

/**
 * V4: what is referred to and depended on exists, and is not the task itself.
 */
final class LinkRule implements Rule {

	@Override
	public void check(Draft draft, Terms terms, Findings findings) {
		Set<String> ids = draft.ids();
		for (Task task : draft.tasks()) {
			task.dependsOn().forEach((id) -> check(task, "dependsOn", id, ids, terms, findings));
			Set<String> dependsOn = Set.copyOf(task.dependsOn());
			task.references()
				.stream()
				.filter((id) -> !dependsOn.contains(id))
				.forEach((id) -> check(task, "references", id, ids, terms, findings));
		}
		for (String id : draft.answeringTasks()) {
			if (!ids.contains(id) && !terms.keeps(id)) {
				findings.fault(null, "final", "refers to " + id + ", which is no task of the plan");
			}
		}
	}

	private static void check(Task task, String field, String id, Set<String> ids, Terms terms, Findings findings) {
		if (id.equals(task.id())) {
			findings.fault(task.id(), field, "names the task itself");
		}
		else if (!ids.contains(id) && !terms.keeps(id)) {
			findings.fault(task.id(), field, "names " + id + ", which is no task of the plan");
		}
	}

}
