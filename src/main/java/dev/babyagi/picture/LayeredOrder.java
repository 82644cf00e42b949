package dev.babyagi.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Puts the nodes of a graph into layers by their longest paths, so that each edge leads
 * to a later layer, and orders each layer so that few edges cross (Sugiyama 1981). An
 * edge over several layers passes a dummy node in each between.
 *
 * @param layers the nodes of each layer, in order; dummies have the greater numbers
 * @param routes the nodes that each edge passes, its ends included
 * @param before the neighbours of each node in the layer before
 * @param after the neighbours of each node in the layer after
 */
record LayeredOrder(List<List<Integer>> layers, List<List<Integer>> routes, List<List<Integer>> before,
		List<List<Integer>> after) {

	/** How many nodes are swept in all: smaller plans are tried from more starts. */
	private static final int WORK = 2000;

	/** With more nodes than this, further long edges go straight. */
	private static final int MOST = 5000;

	private static final int SWEEPS = 8;

	static LayeredOrder of(int nodes, List<GraphEdge> edges) {
		LayeredOrder order = new LayeredOrder(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
				new ArrayList<>());
		int[] left = new int[nodes];
		edges.stream()
			.sorted(Comparator.comparingInt(GraphEdge::from).reversed())
			.forEach((edge) -> left[edge.from()] = Math.max(left[edge.from()], left[edge.to()] + 1));
		int longest = Arrays.stream(left).max().orElse(0);
		int[] layerOf = Arrays.stream(left).map((rest) -> longest - rest).toArray();
		IntStream.rangeClosed(0, longest).forEach((_) -> order.layers.add(new ArrayList<>()));
		Arrays.stream(layerOf).forEach(order::add);
		edges.forEach((edge) -> order.route(edge, layerOf));
		order.arrange();
		return order;
	}

	private int add(int layer) {
		this.layers.get(layer).add(this.before.size());
		this.before.add(new ArrayList<>());
		this.after.add(new ArrayList<>());
		return this.before.size() - 1;
	}

	private void route(GraphEdge edge, int[] layerOf) {
		List<Integer> route = new ArrayList<>(List.of(edge.from()));
		int end = (this.before.size() < MOST) ? layerOf[edge.to()] : 0;
		IntStream.range(layerOf[edge.from()] + 1, end).forEach((layer) -> route.add(add(layer)));
		route.add(edge.to());
		for (int i = 1; i < route.size(); i++) {
			this.before.get(route.get(i)).add(route.get(i - 1));
			this.after.get(route.get(i - 1)).add(route.get(i));
		}
		this.routes.add(route);
	}

	/** Sweeps from several starts, the first as given, and keeps the best order. */
	private void arrange() {
		Random random = new Random(1);
		int[] places = new int[this.before.size()];
		List<List<Integer>> best = List.of();
		long least = Long.MAX_VALUE;
		for (int work = 0; work < WORK && least > 0; work += places.length) {
			for (int sweep = 0; sweep < SWEEPS && least > 0; sweep++) {
				sweep(sweep % 2 == 0, places);
				long crossings = crossings(places);
				if (crossings < least) {
					least = crossings;
					best = this.layers.stream().map(List::copyOf).toList();
				}
			}
			this.layers.forEach((layer) -> Collections.shuffle(layer, random));
		}
		Collections.copy(this.layers, best);
	}

	/** Sorts each layer by the barycentres, and exchanges neighbours while that helps. */
	private void sweep(boolean forward, int[] places) {
		this.layers.forEach((layer) -> number(layer, places));
		List<List<Integer>> side = forward ? this.before : this.after;
		for (List<Integer> layer : forward ? this.layers : this.layers.reversed()) {
			layer.sort(Comparator.comparingDouble((node) -> centre(side.get(node), places, places[node])));
			number(layer, places);
		}
		while (this.layers.stream().filter((layer) -> transpose(layer, places)).count() > 0) {
			// each pass leaves fewer crossings
		}
	}

	private static double centre(List<Integer> neighbours, int[] places, int otherwise) {
		return neighbours.stream().mapToInt((node) -> places[node]).average().orElse(otherwise);
	}

	private static void number(List<Integer> layer, int[] places) {
		IntStream.range(0, layer.size()).forEach((place) -> places[layer.get(place)] = place);
	}

	private boolean transpose(List<Integer> layer, int[] places) {
		boolean better = false;
		for (int i = 1; i < layer.size(); i++) {
			if (crossings(layer.get(i - 1), layer.get(i), places) > crossings(layer.get(i), layer.get(i - 1), places)) {
				Collections.swap(layer, i - 1, i);
				better = true;
			}
		}
		number(layer, places);
		return better;
	}

	/** Twice the number of crossings: each belongs to two layers. */
	private long crossings(int[] places) {
		long crossings = 0;
		for (List<Integer> layer : this.layers) {
			for (int i = 1; i < layer.size(); i++) {
				for (int left : layer.subList(0, i)) {
					crossings += crossings(left, layer.get(i), places);
				}
			}
		}
		return crossings;
	}

	private int crossings(int left, int right, int[] places) {
		int crossings = 0;
		for (List<List<Integer>> side : List.of(this.before, this.after)) {
			for (int one : side.get(left)) {
				for (int other : side.get(right)) {
					crossings += (places[one] > places[other]) ? 1 : 0;
				}
			}
		}
		return crossings;
	}

}
