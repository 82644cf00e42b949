package dev.babyagi.picture;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

import dev.babyagi.execution.Execution;
import dev.babyagi.execution.TaskRun;
import dev.babyagi.language.ModelRole;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Task;

/**
 * Draws what became of a plan over time as an SVG document: a row for each task, with a
 * bar for each attempt, and a thin line while it could be at work and is not. The planner
 * has a row above and the answer one below. What has not ended goes on until now. The
 * tasks of the critical path are marked.
 * <p>
 * {@link PlanSvg} says where such a document can stand. Each row is a group such as
 * {@code <g id="time-t3" class="task succeeded critical">}, whose {@code aria-label} says
 * everything in words.
 */
public final class TimelineSvg {

	private static final DateTimeFormatter SINCE = DateTimeFormatter
		.ofPattern("'Time since' uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private static final String LEGEND = "◆ on the critical path  ·  full: at work, or succeeded  ·  hollow: without success"
			+ "  ·  thin: waiting, or its children at work";

	private static final Set<String> FULL = Set.of("succeeded", "running");

	private static final double WIDTH = 1080;

	private static final double LEFT = 290;

	private static final double LENGTH = 580;

	private static final double TOP = 50;

	private static final double ROW = 32;

	private static final double BAR = 18;

	private static final double SIZE = 12;

	private final TaskTimes times;

	private final Set<String> critical;

	private final TimeAxis axis;

	private final List<SvgElement> rows = new ArrayList<>();

	private TimelineSvg(TaskTimes times) {
		this.times = times;
		this.critical = times.criticalPath();
		this.axis = new TimeAxis(times.from(), times.end(), LEFT, LENGTH);
		roleRow("planning", times.bars((attempt) -> attempt.taskId() == null && attempt.role() == ModelRole.PLANNER));
		times.plan().tasks().forEach(this::taskRow);
		roleRow("answer", times.bars((attempt) -> attempt.taskId() == null && attempt.role() == ModelRole.JOINER));
	}

	/**
	 * Draws a timeline.
	 * @param plan the plan whose tasks get a row
	 * @param execution its execution
	 * @param from when the time begins: when the objective was begun
	 * @param now when what has not ended is looked at
	 */
	public static String render(Plan plan, Execution execution, Instant from, Instant now) {
		return new TimelineSvg(new TaskTimes(plan, execution, from, now)).document().markup();
	}

	private SvgElement document() {
		double bottom = TOP + ROW * this.rows.size();
		Plan plan = this.times.plan();
		String name = "Timeline, revision " + plan.revision() + ", tasks: " + plan.tasks().size();
		return SvgStyle.document("timeline", name, WIDTH, bottom + 40)
			.add(text(SINCE.format(this.times.from().truncatedTo(ChronoUnit.SECONDS)), 20, TOP - 16).with("class",
					"muted"))
			.addAll(this.axis.ticks().stream().map((tick) -> tick(tick, bottom)).toList())
			.addAll(this.rows)
			.add(text(LEGEND, 20, bottom + 24).with("class", "muted"));
	}

	private SvgElement tick(Duration time, double bottom) {
		double x = this.axis.x(this.times.from().plus(time));
		return SvgElement.of("g")
			.add(text(TimeAxis.words(time), x, TOP - 16).with("text-anchor", "middle").with("class", "muted"))
			.add(line(x, TOP - 8, 1, bottom - TOP + 8));
	}

	private void roleRow(String name, List<TimeBar> bars) {
		if (!bars.isEmpty()) {
			Duration time = Duration.between(bars.getFirst().from(), bars.getLast().to());
			row(name, "role", name, TimeAxis.rounded(time), List.of(), bars);
		}
	}

	private void taskRow(Task task) {
		TaskRun run = this.times.execution().run(task.id());
		String classes = "task " + TaskTimes.state(run) + (this.critical.contains(task.id()) ? " critical" : "");
		row(SvgText.id(task.id()), classes, SvgText.line(task.id() + ": " + task.title(), 200), this.times.result(run),
				this.times.gaps(task), this.times.bars(task));
	}

	private void row(String id, String classes, String name, String result, List<TimeBar> gaps, List<TimeBar> bars) {
		double middle = TOP + ROW * this.rows.size() + ROW / 2;
		boolean marked = classes.endsWith(" critical");
		String label = name + ", " + result + ", attempts: " + bars.size() + (marked ? ", on the critical path" : "");
		this.rows.add(SvgElement.of("g")
			.with("id", "time-" + id)
			.with("class", classes)
			.with("role", "img")
			.with("aria-label", label)
			.add(SvgElement.of("title").say(label))
			.add(line(20, middle + ROW / 2, WIDTH - 40, 1))
			.add(text(marked ? "◆" : "", 20, middle + 4))
			.add(text(SvgText.fit(name, (LEFT - 54) / SIZE), 38, middle + 4))
			.add(text(result, LEFT + LENGTH + 20, middle + 4))
			.addAll(gaps.stream().map((gap) -> bar(gap, middle - 2, 4)).toList())
			.addAll(attempts(bars, middle - BAR / 2)));
	}

	/** Bars of attempts that overlap, such as those of a vote, share the height. */
	private List<SvgElement> attempts(List<TimeBar> bars, double top) {
		List<Integer> lanes = TimeBar.lanes(bars);
		double height = BAR / (1 + lanes.stream().mapToInt(Integer::intValue).max().orElse(0));
		return IntStream.range(0, bars.size())
			.mapToObj((index) -> attempt(bars.get(index), top + lanes.get(index) * height, Math.max(1, height - 1)))
			.toList();
	}

	/** An attempt without success is hollow, and says why if there is room. */
	private SvgElement attempt(TimeBar attempt, double top, double height) {
		boolean full = FULL.contains(attempt.kind());
		double room = this.axis.x(attempt.to()) - this.axis.x(attempt.from());
		SvgElement bar = bar(attempt, top, height).with("rx", 2)
			.with("fill-opacity", full ? "1" : "0.15")
			.with("stroke", SvgStyle.colour(attempt.kind()));
		boolean said = !full && height > SIZE && room > SIZE * SvgText.width(attempt.kind());
		return SvgElement.of("g")
			.add(bar)
			.add(text(said ? attempt.kind() : "", this.axis.x(attempt.from()) + room / 2, top + 13).with("text-anchor",
					"middle"));
	}

	private SvgElement bar(TimeBar bar, double top, double height) {
		double from = this.axis.x(bar.from());
		return SvgElement.of("rect")
			.with("class", bar.kind().equals("gap") ? "gap" : "attempt " + bar.kind())
			.at(from, top)
			.size(Math.max(1, this.axis.x(bar.to()) - from), height)
			.with("fill", SvgStyle.colour(bar.kind()))
			.add(SvgElement.of("title").say(bar.label()));
	}

	private static SvgElement line(double x, double y, double width, double height) {
		return SvgElement.of("rect")
			.with("class", "grid")
			.at(x, y)
			.size(width, height)
			.with("fill", SvgStyle.GREY)
			.with("fill-opacity", "0.3");
	}

	private static SvgElement text(String text, double x, double y) {
		return SvgElement.of("text").at(x, y).with("font-size", SIZE).say(text);
	}

}
