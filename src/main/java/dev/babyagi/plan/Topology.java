package dev.babyagi.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Orders tasks by their dependencies. It works without recursion, in time that is linear
 * in tasks and dependencies. Dependencies on missing tasks are ignored.
 */
public final class Topology {

	private final Map<String, Task> tasks = new LinkedHashMap<>();

	private final Map<String, Integer> waitsFor = new HashMap<>();

	private final Map<String, List<String>> dependents = new HashMap<>();

	private final List<Task> ordered = new ArrayList<>();

	public Topology(List<Task> tasks) {
		tasks.forEach((task) -> this.tasks.putIfAbsent(task.id(), task));
		this.tasks.values().forEach(this::link);
		sort();
	}

	/**
	 * Returns the tasks, each after those it depends on, or nothing if there is a cycle.
	 */
	public Optional<List<Task>> order() {
		return (this.ordered.size() == this.tasks.size()) ? Optional.of(this.ordered) : Optional.empty();
	}

	/**
	 * Returns a cycle in which each task depends on the next and the last is the first
	 * again, or an empty list.
	 */
	public List<String> cycle() {
		Set<String> stuck = new LinkedHashSet<>(this.tasks.keySet());
		this.ordered.forEach((task) -> stuck.remove(task.id()));
		if (stuck.isEmpty()) {
			return List.of();
		}
		Set<String> walked = new LinkedHashSet<>();
		String at = stuck.iterator().next();
		while (walked.add(at)) {
			at = dependencies(at).stream().filter(stuck::contains).findFirst().orElseThrow();
		}
		List<String> cycle = new ArrayList<>(walked);
		cycle = new ArrayList<>(cycle.subList(cycle.indexOf(at), cycle.size()));
		cycle.add(at);
		return Collections.unmodifiableList(cycle);
	}

	private void link(Task task) {
		List<String> dependencies = dependencies(task.id());
		this.waitsFor.put(task.id(), dependencies.size());
		dependencies.forEach((id) -> this.dependents.computeIfAbsent(id, (_) -> new ArrayList<>()).add(task.id()));
	}

	private void sort() {
		Deque<String> free = new ArrayDeque<>(
				this.tasks.keySet().stream().filter((id) -> this.waitsFor.getOrDefault(id, 0) == 0).toList());
		while (!free.isEmpty()) {
			String id = free.removeFirst();
			this.ordered.add(Optional.ofNullable(this.tasks.get(id)).orElseThrow());
			for (String dependent : this.dependents.getOrDefault(id, List.of())) {
				if (this.waitsFor.merge(dependent, -1, Integer::sum) == 0) {
					free.addLast(dependent);
				}
			}
		}
	}

	private List<String> dependencies(String id) {
		Task task = Optional.ofNullable(this.tasks.get(id)).orElseThrow();
		return task.dependsOn().stream().distinct().filter(this.tasks::containsKey).toList();
	}

}
