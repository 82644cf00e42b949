package dev.babyagi.picture;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * Places the nodes of each layer side by side, in their order and near to what they are
 * linked with. Long edges are kept straight before all.
 *
 * @param order the order of the nodes
 * @param boxes how many nodes are boxes; those with greater numbers are dummies
 * @param box the space that a box takes in its layer
 * @param dummy the space that a dummy takes
 */
record LayeredPositions(LayeredOrder order, int boxes, double box, double dummy) {

	private static final int ROUNDS = 48;

	private static final double STRAIGHT = 64;

	/** The centre of each node within its layer; it may be negative. */
	double[] centres() {
		double[] centres = new double[this.order.before().size()];
		for (int round = 1; round <= ROUNDS; round++) {
			boolean forward = round % 2 == 0;
			(forward ? this.order.layers() : this.order.layers().reversed())
				.forEach((layer) -> place(layer, centres, forward));
		}
		return centres;
	}

	/** Finds the least sum of squared distances from the goals (isotonic regression). */
	private void place(List<Integer> layer, double[] centres, boolean forward) {
		Deque<double[]> blocks = new ArrayDeque<>();
		double[] offsets = new double[layer.size()];
		for (int i = 0; i < offsets.length; i++) {
			offsets[i] = (i > 0) ? offsets[i - 1] + (space(layer.get(i - 1)) + space(layer.get(i))) / 2 : 0;
			double[] block = goal(layer.get(i), centres, offsets[i], forward);
			while (!blocks.isEmpty() && blocks.getLast()[0] / blocks.getLast()[1] >= block[0] / block[1]) {
				double[] last = blocks.removeLast();
				Arrays.setAll(block, (part) -> block[part] + last[part]);
			}
			blocks.addLast(block);
		}
		int at = 0;
		for (double[] block : blocks) {
			for (int end = at + (int) block[2]; at < end; at++) {
				centres[layer.get(at)] = block[0] / block[1] + offsets[at];
			}
		}
	}

	/**
	 * The weighted sum of goals, the sum of weights, and the number of nodes: one. A
	 * dummy follows the dummy that was placed before it.
	 */
	private double[] goal(int node, double[] centres, double offset, boolean forward) {
		List<Integer> placed = (forward ? this.order.before() : this.order.after()).get(node);
		boolean straight = node >= this.boxes && placed.getFirst() >= this.boxes;
		double[] goal = { (centres[node] - offset) / 100, 0.01, 1 };
		(straight ? Stream.of(placed) : Stream.of(this.order.before().get(node), this.order.after().get(node)))
			.flatMap(List::stream)
			.forEach((other) -> {
				goal[0] += (straight ? STRAIGHT : 1) * (centres[other] - offset);
				goal[1] += straight ? STRAIGHT : 1;
			});
		return goal;
	}

	private double space(int node) {
		return (node < this.boxes) ? this.box : this.dummy;
	}

}
