package dev.babyagi.picture;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

import dev.babyagi.execution.AttemptOutcome;
import dev.babyagi.plan.Origin;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Plans;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TimelineSvg}.
 */
class TimelineSvgTests {

	private static final Plan PAIR = Plans.of(Origin.MODEL, Plans.think("t1", "List"), Plans.think("t2", "Use", "t1"));

	@Test
	void showsEachAttemptAndTheTimeBetweenThem() throws Exception {
		SvgReader svg = SvgReader.of(ExecutionScript.planned(PAIR, 1000)
			.attempt("t1", 1, 1200, 2000, AttemptOutcome.WRONG)
			.attempt("t1", 2, 2500, 4000, AttemptOutcome.SUCCEEDED)
			.drawn(5000));
		assertThat(bars(svg, "time-t1")).containsExactly("gap: waiting, 200 ms", "gap: waiting, 500 ms",
				"attempt wrong: executor, attempt 1: wrong, 800 ms",
				"attempt succeeded: executor, attempt 2: succeeded, 1.5 s");
		assertThat(svg.id("time-t1").getAttribute("aria-label"))
			.isEqualTo("t1: List, succeeded, 2.8 s, attempts: 2, on the critical path");
		assertThat(SvgReader.texts(svg.id("time-t1"))).contains("◆", "t1: List", "wrong", "succeeded, 2.8 s");
		assertThat(bars(svg, "time-t2")).containsExactly("gap: waiting, 1 s");
	}

	@Test
	void letsWhatHasNotEndedGoOnUntilNow() throws Exception {
		ExecutionScript script = ExecutionScript.planned(PAIR, 1000);
		script.open("t1", 1, 1000);
		SvgReader svg = SvgReader.of(script.drawn(5000));
		assertThat(bars(svg, "time-t1")).containsExactly("attempt running: executor, attempt 1: running, 4 s");
		Element bar = svg.classed("attempt").getLast();
		assertThat(Double.parseDouble(bar.getAttribute("x"))).isEqualTo(290 + 580 / 5.0);
		assertThat(Double.parseDouble(bar.getAttribute("width"))).isEqualTo(580 * 4 / 5.0);
		assertThat(bars(svg, "time-t2")).as("blocked").isEmpty();
		assertThat(SvgReader.texts(svg.id("time-t2"))).contains("blocked");
	}

	@Test
	void marksTheTasksThatTheEndWaitedFor() {
		ExecutionScript script = ExecutionScript.planned(Plans.diamond(), 100)
			.attempt("t1", 1, 100, 200, AttemptOutcome.SUCCEEDED)
			.attempt("t2", 1, 200, 300, AttemptOutcome.SUCCEEDED)
			.attempt("t3", 1, 200, 900, AttemptOutcome.SUCCEEDED)
			.attempt("t4", 1, 200, 400, AttemptOutcome.SUCCEEDED);
		assertThat(script.times(950).criticalPath()).containsExactly("t3", "t1");
		script.attempt("t5", 1, 950, 990, AttemptOutcome.SUCCEEDED);
		assertThat(script.times(2000).criticalPath()).containsExactly("t5", "t3", "t1");
	}

	@Test
	void leadsTheCriticalPathThroughTheChildrenOfATask() throws Exception {
		Plan plan = Plans.of(Origin.MODEL, Plans.think("t1", "First"), Plans.think("t2", "Divided", "t1"),
				Plans.child("t2-1", "t2"), Plans.child("t2-2", "t2", "t2-1"), Plans.think("t3", "Last", "t2"));
		ExecutionScript script = ExecutionScript.planned(plan, 0)
			.attempt("t1", 1, 0, 100, AttemptOutcome.SUCCEEDED)
			.attempt("t2", 1, 100, 150, AttemptOutcome.WRONG)
			.expand("t2", 200)
			.attempt("t2-1", 1, 200, 500, AttemptOutcome.SUCCEEDED)
			.attempt("t2-2", 1, 500, 600, AttemptOutcome.SUCCEEDED)
			.fulfil("t2", 600);
		assertThat(script.times(700).criticalPath()).containsExactly("t2", "t2-2", "t2-1", "t1");
		assertThat(bars(SvgReader.of(script.drawn(700)), "time-t2"))
			.containsExactly("gap: its children at work, 450 ms", "attempt wrong: executor, attempt 1: wrong, 50 ms");
	}

	@Test
	void givesPlannerAndAnswerRowsOfTheirOwn() throws Exception {
		SvgReader svg = SvgReader.of(ExecutionScript.planned(Plans.fan(1), 300)
			.attempt("t1", 1, 300, 400, AttemptOutcome.SUCCEEDED)
			.join(400, 900)
			.drawn(1000));
		assertThat(bars(svg, "time-planning"))
			.containsExactly("attempt succeeded: planner, attempt 1: succeeded, 300 ms");
		assertThat(bars(svg, "time-answer")).containsExactly("attempt succeeded: joiner, attempt 1: succeeded, 500 ms");
		assertThat(svg.root().getAttribute("aria-label")).isEqualTo("Timeline, revision 1, tasks: 1");
	}

	@Test
	void showsTheAnswersOfOneVoteBesideEachOther() throws Exception {
		ExecutionScript script = ExecutionScript.planned(Plans.fan(1), 0);
		int first = script.open("t1", 1, 0);
		int second = script.open("t1", 1, 0);
		script.close(first, AttemptOutcome.SUCCEEDED, 100).close(second, AttemptOutcome.SUCCEEDED, 200);
		List<Element> bars = SvgReader.of(script.drawn(300))
			.classed("succeeded")
			.stream()
			.filter((bar) -> bar.getAttribute("class").startsWith("attempt"))
			.toList();
		assertThat(bars.stream().map((bar) -> bar.getAttribute("y")).distinct()).hasSize(3);
	}

	@Test
	void showsATaskThatNoAttemptOfItsOwnFulfilled() throws Exception {
		SvgReader svg = SvgReader.of(ExecutionScript.planned(Plans.fan(1), 300).fulfil("t1", 300).drawn(400));
		assertThat(bars(svg, "time-t1")).containsExactly("attempt succeeded: succeeded, 0");
	}

	@ParameterizedTest
	@MethodSource("dev.babyagi.picture.PlanSvgTests#hostile")
	void letsNoTextOutOfItsPlace(String text) throws Exception {
		String drawn = ExecutionScript.planned(Plans.of(Origin.MODEL, Plans.think("t1", text)), 0).drawn(10);
		assertThat(SvgReader.of(drawn).all("*").stream().map(Element::getTagName).distinct()).containsOnly("title",
				"style", "rect", "g", "text");
		assertThat(drawn).doesNotContainPattern("[\u202A-\u202E\u2066-\u2069\u2028\u2029\uFFFE\uFFFF\u0085\\p{Cs}]");
	}

	@Test
	void isTheSameEachTime() {
		ExecutionScript script = ExecutionScript.planned(Plans.diamond(), 100)
			.attempt("t1", 1, 100, 200, AttemptOutcome.SUCCEEDED);
		assertThat(script.drawn(1000)).isEqualTo(script.drawn(1000));
	}

	/** The class and the title of each bar of a row. */
	private static List<String> bars(SvgReader svg, String row) {
		return svg.all("rect")
			.stream()
			.filter((bar) -> bar.getElementsByTagName("title").getLength() > 0 && isWithin(bar, svg.id(row)))
			.map((bar) -> bar.getAttribute("class") + ": " + bar.getTextContent().strip())
			.toList();
	}

	private static boolean isWithin(Element bar, Element row) {
		return bar.getParentNode().isSameNode(row) || bar.getParentNode().getParentNode().isSameNode(row);
	}

}
