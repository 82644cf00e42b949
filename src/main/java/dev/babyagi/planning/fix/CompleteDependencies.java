package dev.babyagi.planning.fix;

import java.util.LinkedHashSet;
import java.util.Set;

import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.PlanDraft;
import dev.babyagi.planning.draft.ValidationReport;

/**
 * Adds to {@code dependsOn} every task that is referred to.
 */
public final class CompleteDependencies implements PlanFix {

	@Override
	public PlanDraft mend(PlanDraft draft, DraftConstraints constraints, ValidationReport report) {
		Set<String> known = draft.ids();
		return draft.mapTasks((task) -> {
			Set<String> dependsOn = new LinkedHashSet<>(task.dependsOn());
			task.references()
				.stream()
				.filter((id) -> !id.equals(task.id()) && (known.contains(id) || constraints.keeps(id)))
				.forEach(dependsOn::add);
			return task.withDependsOn(dependsOn);
		});
	}

}
