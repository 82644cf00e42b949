package dev.babyagi.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.babyagi.picture.GraphEdge.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LayeredOrder} and {@link LayeredPositions}.
 */
class LayeredOrderTests {

	private static final double BOX = 244;

	private static final double DUMMY = 16;

	/** Measured; ELK 0.12.1 crosses 2,306 on the same graphs, see ADR 0016. */
	private static final long MOST_CROSSINGS = 1747;

	private static final double DEPTH = 68;

	private static final double LAYER = 124;

	@Test
	void crossesNoMoreEdgesThanWhenItWasMeasured() {
		long crossings = RandomGraph.twoHundred().stream().mapToLong(LayeredOrderTests::crossings).sum();
		assertThat(crossings).isLessThanOrEqualTo(MOST_CROSSINGS);
	}

	@Test
	void leadsEveryEdgeFromLayerToLayer() {
		for (RandomGraph graph : RandomGraph.twoHundred()) {
			LayeredOrder order = LayeredOrder.of(graph.nodes(), graph.edges());
			int[] layers = layers(order);
			for (int i = 0; i < graph.edges().size(); i++) {
				List<Integer> route = order.routes().get(i);
				assertThat(route).startsWith(graph.edges().get(i).from()).endsWith(graph.edges().get(i).to());
				assertThat(route.stream().map((node) -> layers[node] - layers[route.getFirst()]))
					.containsExactlyElementsOf(IntStream.range(0, route.size()).boxed().toList());
			}
		}
	}

	@Test
	void keepsNodesApartAndInOrder() {
		for (RandomGraph graph : RandomGraph.twoHundred()) {
			LayeredOrder order = LayeredOrder.of(graph.nodes(), graph.edges());
			double[] centres = new LayeredPositions(order, graph.nodes(), BOX, DUMMY).centres();
			for (List<Integer> layer : order.layers()) {
				for (int i = 1; i < layer.size(); i++) {
					double left = (layer.get(i - 1) < graph.nodes()) ? BOX : DUMMY;
					double right = (layer.get(i) < graph.nodes()) ? BOX : DUMMY;
					assertThat(centres[layer.get(i)] - centres[layer.get(i - 1)])
						.isGreaterThanOrEqualTo((left + right) / 2 - 1e-6);
				}
			}
		}
	}

	@Test
	void drawsATreeWithoutCrossings() {
		List<GraphEdge> edges = IntStream.range(1, 31)
			.mapToObj((node) -> new GraphEdge(30 - node, 30 - (node - 1) / 2, Kind.NEEDS))
			.toList();
		assertThat(crossings(new RandomGraph(31, edges))).isZero();
	}

	@Test
	void putsATaskRightBeforeTheFirstThatWaitsForIt() {
		LayeredOrder order = LayeredOrder.of(4, List.of(new GraphEdge(0, 1, Kind.NEEDS),
				new GraphEdge(1, 3, Kind.NEEDS), new GraphEdge(2, 3, Kind.NEEDS)));
		assertThat(order.layers().get(1)).containsExactlyInAnyOrder(1, 2);
	}

	@Test
	@Timeout(10)
	void endsSoonWhereEveryTaskNeedsEveryOther() {
		List<GraphEdge> edges = IntStream.range(0, 200)
			.boxed()
			.flatMap((from) -> IntStream.range(from + 1, 200).mapToObj((to) -> new GraphEdge(from, to, Kind.NEEDS)))
			.toList();
		assertThat(LayeredOrder.of(200, edges).before()).hasSizeLessThan(6000);
	}

	@Test
	void isTheSameEachTime() {
		RandomGraph graph = RandomGraph.of(40, new Random(1));
		assertThat(LayeredOrder.of(graph.nodes(), graph.edges()).layers())
			.isEqualTo(LayeredOrder.of(graph.nodes(), graph.edges()).layers());
	}

	private static int[] layers(LayeredOrder order) {
		int[] layers = new int[order.before().size()];
		for (int layer = 0; layer < order.layers().size(); layer++) {
			for (int node : order.layers().get(layer)) {
				layers[node] = layer;
			}
		}
		return layers;
	}

	/** Counts the points in which the lines of two edges cross, as they are drawn. */
	private static long crossings(RandomGraph graph) {
		LayeredOrder order = LayeredOrder.of(graph.nodes(), graph.edges());
		double[] centres = new LayeredPositions(order, graph.nodes(), BOX, DUMMY).centres();
		int[] layers = layers(order);
		List<List<double[]>> lines = order.routes().stream().map((route) -> line(route, centres, layers)).toList();
		long crossings = 0;
		for (int i = 0; i < lines.size(); i++) {
			for (List<double[]> other : lines.subList(0, i)) {
				crossings += crossings(lines.get(i), other);
			}
		}
		return crossings;
	}

	private static List<double[]> line(List<Integer> route, double[] centres, int[] layers) {
		List<double[]> line = new ArrayList<>();
		for (int node : route) {
			line.add(new double[] { centres[node], layers[node] * LAYER });
			line.add(new double[] { centres[node], layers[node] * LAYER + DEPTH });
		}
		return line.subList(1, line.size() - 1);
	}

	private static long crossings(List<double[]> one, List<double[]> other) {
		return IntStream.range(1, one.size())
			.mapToLong((i) -> IntStream.range(1, other.size())
				.filter((j) -> cross(one.get(i - 1), one.get(i), other.get(j - 1), other.get(j)))
				.count())
			.sum();
	}

	private static boolean cross(double[] a, double[] b, double[] c, double[] d) {
		return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
	}

	private static double side(double[] a, double[] b, double[] point) {
		double area = (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]);
		return (Math.abs(area) < 1e-6) ? 0 : Math.signum(area);
	}

}
