package dev.babyagi.picture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Origin;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PlanSvg}.
 */
class PlanSvgTests {

	@Test
	void saysWhatATaskIsByTextClassAndLabel() throws Exception {
		Plan plan = Plans.of(Origin.MODEL, Plans.think("t1", "List"), Plans.tool("t3", "calculator", "{}", "t1"));
		SvgReader svg = SvgReader.of(PlanSvg.render(plan, Map.of("t3", "running")));
		Element task = svg.id("task-t3");
		assertThat(task.getAttribute("class")).isEqualTo("task running");
		assertThat(task.getAttribute("role")).isEqualTo("img");
		assertThat(task.getAttribute("aria-label")).isEqualTo("t3: Use calculator, tool calculator, running");
		assertThat(SvgReader.texts(task)).containsExactly("Use calculator", "t3 · calculator", "running");
		assertThat(svg.id("task-t1").getAttribute("aria-label")).isEqualTo("t1: List, think");
		assertThat(svg.id("task-t1").getAttribute("class")).isEqualTo("task");
	}

	@ParameterizedTest
	@ValueSource(strings = { "blocked", "ready", "running", "waiting", "retrying", "succeeded", "failed", "skipped",
			"canceled", "reused" })
	void showsEveryStateAsText(String state) throws Exception {
		SvgReader svg = SvgReader.of(PlanSvg.render(Plans.fan(1), Map.of("t1", state)));
		assertThat(svg.classed(state)).containsExactly(svg.id("task-t1"));
		assertThat(SvgReader.texts(svg.id("task-t1"))).endsWith(state);
	}

	@Test
	void drawsAnArrowForEachDependency() throws Exception {
		assertThat(edges(Plans.diamond())).containsExactlyInAnyOrder("t1 needs t2", "t1 needs t3", "t1 needs t4",
				"t2 needs t5", "t3 needs t5", "t4 needs t5", "t5 answer answer");
		assertThat(edges(Plans.fan(3))).containsExactlyInAnyOrder("t1 answer answer", "t2 answer answer",
				"t3 answer answer");
	}

	@Test
	void drawsADashedArrowFromAChildToItsParent() throws Exception {
		assertThat(edges(Plans.elaborate())).contains("t2_1 part t2", "t2_2 part t2", "t1 needs t2");
		SvgReader svg = SvgReader.of(PlanSvg.render(Plans.elaborate(), Map.of()));
		assertThat(svg.classed("part")).isNotEmpty().allMatch((edge) -> edge.hasAttribute("stroke-dasharray"));
		assertThat(svg.classed("needs")).noneMatch((edge) -> edge.hasAttribute("stroke-dasharray"));
	}

	@Test
	void drawsEveryEdgeOfALargePlanOnce() throws Exception {
		Plan plan = large(200);
		int dependencies = plan.tasks().stream().mapToInt((task) -> task.dependsOn().size()).sum();
		assertThat(edges(plan)).hasSize(dependencies + 200).doesNotHaveDuplicates();
	}

	@Test
	void leavesOutWhatIsNotThereAndEndsInSpiteOfACircle() throws Exception {
		Plan plan = Plans.of(Origin.MODEL, Plans.think("t1", "A", "t2", "t9"), Plans.think("t2", "B", "t1"));
		assertThat(edges(plan)).containsExactlyInAnyOrder("t1 needs t2", "t2 answer answer");
	}

	static Stream<Plan> plans() {
		return Stream.of(Plans.diamond(), Plans.elaborate(), Plans.fan(12), large(12), large(40));
	}

	@ParameterizedTest
	@MethodSource("plans")
	void overlapsNoBoxesAndStaysWithinTheFrame(Plan plan) throws Exception {
		SvgReader svg = SvgReader.of(PlanSvg.render(plan, Map.of()));
		double width = Double.parseDouble(svg.root().getAttribute("width"));
		double height = Double.parseDouble(svg.root().getAttribute("height"));
		List<double[]> boxes = boxes(svg);
		assertThat(boxes).hasSize(plan.tasks().size() + 1)
			.allMatch((box) -> box[0] > 0 && box[1] > 0 && box[0] + PlanGeometry.WIDTH < width
					&& box[1] + PlanGeometry.HEIGHT < height);
		for (int i = 0; i < boxes.size(); i++) {
			double[] one = boxes.get(i);
			assertThat(boxes.subList(0, i)).noneMatch((other) -> Math.abs(one[0] - other[0]) < PlanGeometry.WIDTH + 20
					&& Math.abs(one[1] - other[1]) < PlanGeometry.HEIGHT + 20);
		}
	}

	@ParameterizedTest
	@MethodSource("plans")
	void leadsNoEdgeThroughABox(Plan plan) throws Exception {
		SvgReader svg = SvgReader.of(PlanSvg.render(plan, Map.of()));
		List<double[]> boxes = boxes(svg);
		for (Element edge : svg.classed("edge")) {
			assertThat(points(edge)).allMatch((point) -> boxes.stream().noneMatch((box) -> isWithin(point, box)));
		}
	}

	static Stream<String> hostile() {
		return Stream.of("</text><script>alert(1)</script>", "\" onload=\"alert(1)", "' & < > &#0; ]]>",
				"a\u202Eb\u2066c", "a\u0000b\u0008c\u001Bd", "half \uD83D pair \uDE00", "\uFFFE\uFFFF\uFDD0",
				"line\nbreak\u2028\u0085end", "👩‍👩‍👧‍👦🙂".repeat(20), "查找挪威首都的人口".repeat(9), "x".repeat(10_000),
				"<!DOCTYPE svg><!--", "a" + "\u0301".repeat(5000), "שלום עולם", "", "   ");
	}

	@ParameterizedTest
	@MethodSource("hostile")
	void letsNoTextOutOfItsPlace(String text) throws Exception {
		Plan plan = Plans.of(Origin.MODEL, Plans.think("t1", text), Plans.tool("t2", text, "{}", "t1"));
		String drawn = PlanSvg.render(plan, Map.of("t1", text));
		SvgReader svg = SvgReader.of(drawn);
		assertThat(drawn).hasSizeLessThan(10_000)
			.doesNotContainPattern("[\\p{Cc}&&[^\\n]]")
			.doesNotContainPattern("[\u202A-\u202E\u2066-\u2069\u2028\u2029\uFFFE\uFFFF\u0085\\p{Cs}]");
		assertThat(svg.all("*").stream().map(Element::getTagName).distinct()).containsExactlyInAnyOrder("title",
				"style", "rect", "path", "g", "text");
		assertThat(svg.classed("task")).hasSize(2);
		assertThat(svg.all("*")).noneMatch((element) -> element.hasAttribute("onload") || element.hasAttribute("style")
				|| element.hasAttribute("href"));
	}

	@Test
	void shortensLongTitlesByTheirWidth() throws Exception {
		Plan plan = Plans.of(Origin.MODEL, Plans.think("t1", "word ".repeat(100)), Plans.think("t2", "中".repeat(300)));
		SvgReader svg = SvgReader.of(PlanSvg.render(plan, Map.of()));
		assertThat(SvgReader.texts(svg.id("task-t1")).subList(0, 2)).last().asString().endsWith("…");
		assertThat(SvgReader.texts(svg.id("task-t2")).subList(0, 2)).allMatch((line) -> line.length() < 15)
			.last()
			.asString()
			.endsWith("中…");
	}

	@Test
	void isTheSameEachTime() {
		assertThat(PlanSvg.render(large(40), Map.of("t1", "failed")))
			.isEqualTo(PlanSvg.render(large(40), Map.of("t1", "failed")));
	}

	@Test
	void drawsTwoHundredTasksSoon() {
		assertThat(Duration.ofNanos(nanos(() -> PlanSvg.render(large(200), Map.of()))))
			.isLessThan(Duration.ofSeconds(5));
	}

	@Test
	void needsNothingFromOutsideAndNamesItsStyleByAHash() throws Exception {
		String drawn = PlanSvg.render(Plans.diamond(), Map.of());
		assertThat(SvgReader.of(drawn).all("style")).singleElement()
			.extracting(Element::getTextContent)
			.isEqualTo(SvgStyle.TEXT);
		assertThat(SvgStyle.TEXT).doesNotContain("<", "&", "url(", "@import").isASCII();
		assertThat(SvgStyle.hash()).matches("sha256-[A-Za-z0-9+/]{43}=");
		assertThat(drawn.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http", "href", "url(",
				"foreignObject");
	}

	private static List<String> edges(Plan plan) throws Exception {
		return SvgReader.of(PlanSvg.render(plan, Map.of()))
			.classed("edge")
			.stream()
			.map((edge) -> edge.getAttribute("data-from") + edge.getAttribute("class").substring("edge".length()) + " "
					+ edge.getAttribute("data-to"))
			.toList();
	}

	/** The corners of the boxes, the answer's included. */
	private static List<double[]> boxes(SvgReader svg) {
		return svg.all("g")
			.stream()
			.map((group) -> group.getAttribute("transform").replaceAll("[a-z()]", "").split(" ", -1))
			.map((numbers) -> new double[] { Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]) })
			.toList();
	}

	/** Points along an edge: those of its Bézier curves, and the ends of its lines. */
	private static List<double[]> points(Element edge) {
		List<double[]> points = new ArrayList<>();
		double[] at = {};
		for (String part : edge.getAttribute("d").split("(?=[MCL])", -1)) {
			double[] numbers = Stream.of(part.substring(1).strip().split("[ ,]", -1))
				.mapToDouble(Double::parseDouble)
				.toArray();
			if (part.startsWith("C")) {
				for (double t = 0.05; t < 1; t += 0.05) {
					points.add(new double[] { bezier(t, at[0], numbers[0], numbers[2], numbers[4]),
							bezier(t, at[1], numbers[1], numbers[3], numbers[5]) });
				}
			}
			at = new double[] { numbers[numbers.length - 2], numbers[numbers.length - 1] };
			points.add(at);
		}
		return points;
	}

	private static double bezier(double t, double a, double b, double c, double d) {
		double u = 1 - t;
		return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
	}

	private static boolean isWithin(double[] point, double[] box) {
		return point[0] > box[0] + 0.1 && point[0] < box[0] + PlanGeometry.WIDTH - 0.1 && point[1] > box[1] + 0.1
				&& point[1] < box[1] + PlanGeometry.HEIGHT - 0.1;
	}

	/** A plan in which each task needs up to three of the ten before it. */
	private static Plan large(int size) {
		Random random = new Random(size);
		List<Task> tasks = IntStream.rangeClosed(1, size)
			.mapToObj((number) -> Plans.think("t" + number, "Look at part " + number,
					random.ints((number < 4) ? 0 : random.nextInt(4), Math.max(1, number - 10), Math.max(2, number))
						.distinct()
						.mapToObj((need) -> "t" + need)
						.toArray(String[]::new)))
			.toList();
		return new Plan(1, Origin.MODEL, null, List.of(), tasks, new Conclusion.Synthesize("Join"), Map.of());
	}

	private static long nanos(Runnable work) {
		long start = System.nanoTime();
		work.run();
		return System.nanoTime() - start;
	}

}
