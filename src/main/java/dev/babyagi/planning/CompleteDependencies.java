package dev.babyagi.planning;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Adds to {@code dependsOn} every task that is referred to.
 */
final class CompleteDependencies implements Fix {

	@Override
	public Draft mend(Draft draft, Terms terms, Findings findings) {
		Set<String> known = draft.ids();
		return draft.mapTasks((task) -> {
			Set<String> dependsOn = new LinkedHashSet<>(task.dependsOn());
			task.references()
				.stream()
				.filter((id) -> !id.equals(task.id()) && (known.contains(id) || terms.keeps(id)))
				.forEach(dependsOn::add);
			return task.withDependsOn(dependsOn);
		});
	}

}
