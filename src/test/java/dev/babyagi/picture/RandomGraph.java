package dev.babyagi.picture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import dev.babyagi.picture.GraphEdge.Kind;

/**
 * Graphs as plans have them: 3 to 40 tasks, each of which needs up to three earlier ones,
 * with fans that are joined again, and chains. In a third of them the answer is made of
 * every task, else of those that no other needs.
 *
 * @param nodes the number of nodes, the answer included
 * @param edges the edges
 */
record RandomGraph(int nodes, List<GraphEdge> edges) {

	/** Always the same two hundred. */
	static List<RandomGraph> twoHundred() {
		Random random = new Random(16);
		return IntStream.range(0, 200).mapToObj((_) -> of(3 + random.nextInt(38), random)).toList();
	}

	static RandomGraph of(int tasks, Random random) {
		Set<GraphEdge> edges = new LinkedHashSet<>();
		int next = 1;
		while (next < tasks) {
			next = switch (random.nextInt(6)) {
				case 0 -> fan(edges, next, Math.min(2 + random.nextInt(7), tasks - next), tasks, random);
				case 1 -> chain(edges, next, Math.min(1 + random.nextInt(5), tasks - next), random);
				default -> task(edges, next, random);
			};
		}
		boolean all = random.nextInt(3) == 0;
		Set<GraphEdge> answer = new LinkedHashSet<>();
		IntStream.range(0, tasks)
			.filter((task) -> all || edges.stream().noneMatch((edge) -> edge.from() == task))
			.forEach((task) -> answer.add(new GraphEdge(task, tasks, Kind.ANSWER)));
		List<GraphEdge> every = new ArrayList<>(edges);
		every.addAll(answer);
		return new RandomGraph(tasks + 1, every);
	}

	private static int fan(Set<GraphEdge> edges, int next, int width, int tasks, Random random) {
		int root = random.nextInt(next);
		for (int task = next; task < next + width; task++) {
			edges.add(new GraphEdge(root, task, Kind.NEEDS));
			if (next + width < tasks) {
				edges.add(new GraphEdge(task, next + width, Kind.NEEDS));
			}
		}
		return next + width + 1;
	}

	private static int chain(Set<GraphEdge> edges, int next, int length, Random random) {
		int last = random.nextInt(next);
		for (int task = next; task < next + length; task++) {
			edges.add(new GraphEdge(last, task, Kind.NEEDS));
			last = task;
		}
		return next + length;
	}

	private static int task(Set<GraphEdge> edges, int next, Random random) {
		int needs = random.nextInt(4);
		for (int need = 0; need < needs; need++) {
			edges.add(new GraphEdge(random.nextInt(next), next, Kind.NEEDS));
		}
		return next + 1;
	}

}
