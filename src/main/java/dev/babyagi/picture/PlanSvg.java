package dev.babyagi.picture;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.babyagi.picture.GraphEdge.Kind;
import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Task;

/**
 * Draws a plan as an SVG document: a box for each task and for the answer, an arrow for
 * each dependency, and a dashed arrow from each child to its parent. The same plan and
 * states give the same text.
 * <p>
 * The document needs nothing from outside and has no script. It can be served alone, or
 * stand in the markup of a page that allows no style sheet in it (see {@link SvgStyle}).
 * Each task is a group such as {@code <g id="task-t3" class="task running">}, whose
 * {@code aria-label} says everything in words. Titles come from models and users, see
 * {@link SvgText}.
 */
public final class PlanSvg {

	private static final double ROOM = PlanGeometry.WIDTH - 28;

	private static final Set<String> IDLE = Set.of("blocked", "skipped", "canceled");

	private static final double LARGE = 13;

	private static final double SMALL = 11;

	private final Plan plan;

	private final Map<String, String> states;

	private final PlanGraph graph;

	private final LayeredOrder order;

	private final PlanGeometry geometry;

	private PlanSvg(Plan plan, Map<String, String> states) {
		this.plan = plan;
		this.states = states;
		this.graph = PlanGraph.of(plan);
		this.order = LayeredOrder.of(this.graph.answer() + 1, this.graph.edges());
		this.geometry = PlanGeometry.of(this.order, this.graph.answer() + 1);
	}

	/**
	 * Draws a plan.
	 * @param plan the plan
	 * @param states the state of each task by id, as the HTTP contract spells it; a task
	 * without a state is drawn without one
	 */
	public static String render(Plan plan, Map<String, String> states) {
		return new PlanSvg(plan, states).document().markup();
	}

	private SvgElement document() {
		String name = "Plan, revision " + this.plan.revision() + ", tasks: " + this.graph.tasks().size();
		return SvgStyle.document("plan", name, this.geometry.width(), this.geometry.height())
			.addAll(Stream.of(Kind.ANSWER, Kind.NEEDS, Kind.PART).flatMap(this::edges).toList())
			.addAll(heads().toList())
			.addAll(IntStream.range(0, this.graph.answer()).mapToObj(this::task).toList())
			.add(answer());
	}

	private Stream<SvgElement> heads() {
		return IntStream.rangeClosed(0, this.graph.answer())
			.filter((node) -> !this.order.before().get(node).isEmpty())
			.mapToObj((node) -> SvgElement.of("path")
				.with("class", "head")
				.with("d", this.geometry.head(node))
				.with("fill", SvgStyle.GREY));
	}

	private Stream<SvgElement> edges(Kind kind) {
		return IntStream.range(0, this.graph.edges().size())
			.filter((index) -> this.graph.edges().get(index).kind() == kind)
			.mapToObj((index) -> edge(this.graph.edges().get(index), this.order.routes().get(index)));
	}

	private SvgElement edge(GraphEdge edge, List<Integer> route) {
		SvgElement line = SvgElement.of("path")
			.with("class", "edge " + edge.kind().name().toLowerCase(Locale.ROOT))
			.with("data-from", this.graph.name(edge.from()))
			.with("data-to", this.graph.name(edge.to()))
			.with("d", this.geometry.path(route))
			.with("fill", "none")
			.with("stroke", SvgStyle.GREY)
			.with("stroke-width", (edge.kind() == Kind.ANSWER) ? 1 : 1.5);
		return (edge.kind() == Kind.PART) ? line.with("stroke-dasharray", "5 4") : line;
	}

	private SvgElement task(int node) {
		Task task = this.graph.tasks().get(node);
		String state = SvgText.line(this.states.getOrDefault(task.id(), ""), 20);
		String id = SvgText.line(task.id(), 20);
		String doer = SvgText.line(doer(task.assignment()), 60);
		String title = SvgText.line(task.title(), 200);
		String label = id + ": " + title + ", " + doer + (state.isEmpty() ? "" : ", " + state);
		double left = ROOM / SMALL - 1.15 * SvgText.width(state) - 1;
		return box(node, ("task " + SvgText.id(state)).strip(), label, state).addAll(title(title))
			.add(text(SvgText.fit(id + " · " + doer.replaceFirst("^tool ", ""), left), 14, 56, SMALL).with("class",
					"muted"))
			.add(text(state, PlanGeometry.WIDTH - 14, 56, SMALL).with("text-anchor", "end").with("font-weight", "600"));
	}

	private static List<SvgElement> title(String title) {
		List<String> lines = SvgText.wrap(title, ROOM / LARGE);
		double first = (lines.size() == 1) ? 29 : 21;
		return IntStream.range(0, lines.size())
			.mapToObj((line) -> text(lines.get(line), 14, first + 16 * line, LARGE))
			.toList();
	}

	private SvgElement answer() {
		String kind = this.plan.conclusion().kind();
		double middle = PlanGeometry.WIDTH / 2;
		return box(this.graph.answer(), "conclusion", "answer: " + kind, "")
			.add(text("answer", middle, 31, LARGE).with("text-anchor", "middle").with("font-weight", "600"))
			.add(text(kind, middle, 49, SMALL).with("text-anchor", "middle").with("class", "muted"));
	}

	private SvgElement box(int node, String classes, String label, String state) {
		double left = this.geometry.left(node);
		double top = this.geometry.top(node);
		return SvgElement.of("g")
			.with("id", ((node < this.graph.answer()) ? "task-" : "") + this.graph.name(node))
			.with("class", classes)
			.with("role", "img")
			.with("aria-label", label)
			.with("transform", "translate(" + SvgElement.length(left) + " " + SvgElement.length(top) + ")")
			.add(SvgElement.of("title").say(label))
			.add(frame(node < this.graph.answer(), state));
	}

	/** The frame is dashed if nothing is done in it. */
	private static SvgElement frame(boolean task, String state) {
		SvgElement frame = SvgElement.of("rect")
			.with("class", "box")
			.size(PlanGeometry.WIDTH, PlanGeometry.HEIGHT)
			.with("rx", task ? 8 : PlanGeometry.HEIGHT / 2)
			.with("fill", SvgStyle.colour(state))
			.with("fill-opacity", "0.1")
			.with("stroke", SvgStyle.colour(state))
			.with("stroke-width", state.equals("running") ? 2.5 : 1.5);
		return IDLE.contains(state) ? frame.with("stroke-dasharray", "4 3") : frame;
	}

	private static SvgElement text(String text, double x, double y, double size) {
		return SvgElement.of("text").at(x, y).with("font-size", size).say(text);
	}

	private static String doer(Assignment assignment) {
		return switch (assignment) {
			case Assignment.Think _ -> "think";
			case Assignment.UseTool use -> "tool " + use.tool();
			case Assignment.Recall _ -> "recall";
			case Assignment.SubPlan _ -> "plan";
		};
	}

}
