package dev.babyagi.picture;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where the boxes and the edges of a graph are, in user units. Layers go down or to the
 * right, whichever makes the picture narrower. Between two layers there are only edges,
 * and beside a box an edge has a place of its own, so that no edge meets a box.
 */
final class PlanGeometry {

	static final double WIDTH = 216;

	static final double HEIGHT = 68;

	private static final double MARGIN = 24;

	private static final double GAP = 26;

	private static final double DUMMY = 16;

	private static final double HEAD = 8;

	private final LayeredOrder order;

	private final int boxes;

	private final boolean down;

	/** The centre of each node across the direction of the layers. */
	private final double[] centres;

	/** Where the layer of each node begins. */
	private final double[] starts;

	private PlanGeometry(LayeredOrder order, int boxes, boolean down) {
		this.order = order;
		this.boxes = boxes;
		this.down = down;
		double box = breadth() + GAP;
		double[] placed = new LayeredPositions(order, boxes, box, DUMMY).centres();
		double least = IntStream.range(0, placed.length)
			.mapToDouble((node) -> placed[node] - half(node))
			.min()
			.orElse(0);
		this.centres = Arrays.stream(placed).map((centre) -> centre - least + MARGIN).toArray();
		this.starts = new double[placed.length];
		double start = MARGIN;
		for (List<Integer> layer : order.layers()) {
			double here = start;
			layer.forEach((node) -> this.starts[node] = here);
			start += depth() + gap(layer);
		}
	}

	static PlanGeometry of(LayeredOrder order, int boxes) {
		return Stream.of(new PlanGeometry(order, boxes, true), new PlanGeometry(order, boxes, false))
			.min(Comparator.comparingDouble(PlanGeometry::width))
			.orElseThrow();
	}

	/** How far the next layer is away: the farther an edge has to go, the farther. */
	private double gap(List<Integer> layer) {
		double farthest = layer.stream()
			.flatMapToDouble((node) -> this.order.after()
				.get(node)
				.stream()
				.mapToDouble((next) -> Math.abs(this.centres[next] - this.centres[node])))
			.max()
			.orElse(0);
		return Math.min(150, 44 + farthest / 8);
	}

	private double breadth() {
		return this.down ? WIDTH : HEIGHT;
	}

	private double depth() {
		return this.down ? HEIGHT : WIDTH;
	}

	private double half(int node) {
		return (node < this.boxes) ? breadth() / 2 : 0;
	}

	double width() {
		return this.down ? across() : along();
	}

	double height() {
		return this.down ? along() : across();
	}

	private double across() {
		return IntStream.range(0, this.centres.length)
			.mapToDouble((node) -> this.centres[node] + half(node))
			.max()
			.orElse(0) + MARGIN;
	}

	private double along() {
		return Arrays.stream(this.starts).max().orElse(0) + depth() + MARGIN;
	}

	/** The left edge of a box. */
	double left(int box) {
		return this.down ? this.centres[box] - WIDTH / 2 : this.starts[box];
	}

	/** The upper edge of a box. */
	double top(int box) {
		return this.down ? this.starts[box] : this.centres[box] - HEIGHT / 2;
	}

	/** The path of an edge: a curve from layer to layer, a line beside the boxes. */
	String path(List<Integer> route) {
		StringBuilder path = new StringBuilder("M").append(point(route.getFirst(), 0, depth()));
		for (int i = 1; i < route.size(); i++) {
			int from = route.get(i - 1);
			int to = route.get(i);
			double half = (this.starts[to] - this.starts[from] - depth()) / 2;
			path.append(" C").append(point(from, 0, depth() + half)).append(' ').append(point(to, 0, -half));
			boolean last = i == route.size() - 1;
			path.append(' ').append(point(to, 0, last ? -HEAD : 0));
			path.append(last ? "" : " L" + point(to, 0, depth()));
		}
		return path.toString();
	}

	/** The path of the arrow head at a box. */
	String head(int box) {
		return "M" + point(box, -HEAD / 2, -HEAD) + " L" + point(box, HEAD / 2, -HEAD) + " L" + point(box, 0, 0) + " Z";
	}

	private String point(int node, double aside, double beyond) {
		String across = SvgElement.length(this.centres[node] + aside);
		String along = SvgElement.length(this.starts[node] + beyond);
		return this.down ? across + "," + along : along + "," + across;
	}

}
