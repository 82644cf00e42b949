package dev.babyagi.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.babyagi.picture.GraphEdge.Kind;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Task;
import dev.babyagi.plan.Topology;

/**
 * A plan as a graph. Its nodes are the tasks, each after those it waits for, and the
 * answer, whose number is the greatest. An edge that closes a circle is left out.
 *
 * @param tasks the tasks; their places are the numbers of the nodes
 * @param edges the edges, each of them once
 */
record PlanGraph(List<Task> tasks, List<GraphEdge> edges) {

	static PlanGraph of(Plan plan) {
		List<Task> waiting = plan.tasks().stream().map((task) -> task.withDependsOn(before(plan, task))).toList();
		List<Task> tasks = new Topology(waiting).order()
			.orElse(waiting)
			.stream()
			.map((task) -> plan.task(task.id()))
			.toList();
		Map<String, Integer> numbers = IntStream.range(0, tasks.size())
			.boxed()
			.collect(Collectors.toMap((number) -> tasks.get(number).id(), Function.identity(), (first, _) -> first));
		List<GraphEdge> edges = new ArrayList<>();
		for (int node = 0; node < tasks.size(); node++) {
			for (String id : tasks.get(node).dependsOn()) {
				edges.add(new GraphEdge(numbers.getOrDefault(id, node), node, Kind.NEEDS));
			}
			for (Task child : plan.children(tasks.get(node).id())) {
				edges.add(new GraphEdge(numbers.getOrDefault(child.id(), node), node, Kind.PART));
			}
		}
		plan.answerTasks()
			.forEach((task) -> edges.add(new GraphEdge(numbers.getOrDefault(task.id(), 0), tasks.size(), Kind.ANSWER)));
		return new PlanGraph(tasks, edges.stream().filter((edge) -> edge.from() < edge.to()).distinct().toList());
	}

	private static List<String> before(Plan plan, Task task) {
		return Stream.concat(task.dependsOn().stream(), plan.children(task.id()).stream().map(Task::id)).toList();
	}

	/** The number of the node that stands for the answer. */
	int answer() {
		return this.tasks.size();
	}

	/** The name of a node in ids: letters and digits alone. */
	String name(int node) {
		return (node == answer()) ? "answer" : SvgText.id(this.tasks.get(node).id());
	}

}
