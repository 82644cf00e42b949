package dev.babyagi.planning;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.TokenEstimate;
import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Origin;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;
import dev.babyagi.plan.TaskId;
import dev.babyagi.planning.DraftResult.Drawn;
import dev.babyagi.planning.DraftResult.Faulty;
import dev.babyagi.planning.draft.PlanFault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Plans that are meant to cost: too many tasks, tasks that plan themselves again, cycles
 * and dangling edges by the thousand. Each ends in faults or in a plan within the limits;
 * the time-out catches a hang.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@Execution(ExecutionMode.CONCURRENT)
class HostilePlansTests {

	private static final int MANY = 10_000;

	private final PlanRequest request = PlanRequestFixtures.of("Rule the world");

	private final Planning planning = PlanningFixtures.planning();

	@Test
	void refusesTenThousandTasks() {
		assertIsRefused(Replies.fan(MANY));
	}

	@Test
	void refusesAChainOfTenThousandTasks() {
		assertIsRefused(many((number) -> (number == 1) ? new String[0] : new String[] { "t" + (number - 1) }));
	}

	@Test
	void refusesACycleOfNineThousandTasks() {
		List<PlanFault> faults = assertIsRefused(many((number) -> new String[] { "t" + (number % 9_000 + 1) }));
		assertThat(faults).anyMatch((fault) -> fault.message().startsWith("is a cycle"));
	}

	@Test
	void refusesATaskWithTenThousandDependencies() {
		String[] dependencies = IntStream.range(0, MANY)
			.mapToObj((number) -> "t" + (number + 2))
			.toArray(String[]::new);
		assertIsRefused(Replies.plan(Replies.think("t1", "a", dependencies)));
	}

	@Test
	void refusesOneIdTenThousandTimes() {
		assertIsRefused(Replies.plan(IntStream.range(0, MANY)
			.mapToObj((number) -> Replies.think("t1", "part " + number))
			.toArray(String[]::new)));
	}

	@Test
	void refusesTenThousandSelfEdges() {
		assertIsRefused(many((number) -> new String[] { "t" + number }));
	}

	@Test
	void mergesTenThousandClonesOfTheObjectiveIntoOneDirectTask() {
		String clones = IntStream.range(1, MANY)
			.mapToObj((number) -> Replies.task("t" + number, "Rule the world", "plan"))
			.collect(Collectors.joining(",", "{\"tasks\":[", "]}"));
		assertThat(this.planning.readPlan(this.request, clones, 0)).isInstanceOfSatisfying(Drawn.class,
				(drawn) -> assertThat(drawn.plan()).isEqualTo(Plans.direct("Rule the world")));
	}

	@Test
	void endsPlansThatPlanThemselvesAgain() {
		Plan plan = Plans.of(Origin.MODEL, Plans.subPlan("t1", "Rule a part"));
		String clones = Replies.plan(Replies.task("t1", "Rule a part", "plan"), Replies.task("t2", "Rule it", "plan"),
				Replies.task("t3", "Rule more", "plan"), Replies.task("t4", "Rule that", "plan"),
				Replies.task("t5", "Rule this", "plan"));
		int calls = 0;
		for (int at = 0; at < plan.tasks().size(); at++) {
			Task task = plan.tasks().get(at);
			Decomposition decomposition = this.planning.decomposition(this.request, plan, task, Map.of());
			if (task.assignment() instanceof Assignment.SubPlan && decomposition.isPossible()) {
				calls++;
				plan = (decomposition.read(clones, 0) instanceof Drawn drawn) ? drawn.plan()
						: decomposition.fallback(List.of()).orElseThrow();
			}
		}
		assertThat(plan.tasks()).hasSizeLessThanOrEqualTo(20)
			.allSatisfy((task) -> assertThat(TaskId.depth(task.id())).isLessThanOrEqualTo(2));
		assertThat(calls).isLessThanOrEqualTo(6);
	}

	/** A megabyte takes a moment, or for ever if the time grows with its square. */
	@Test
	void readsMegabytesOfBracketsAndQuotes() {
		for (String piece : List.of("[", "{", "{\"a\":", "\"", "\" ", "\\", "${t1.output}", "$1", "1. a\n", "/*", "{'",
				"`")) {
			String reply = piece.repeat((piece.equals("[") ? 8_000_000 : 1_000_000) / piece.length());
			assertThat(this.planning.readPlan(this.request, reply, 0)).isInstanceOf(Faulty.class);
			assertThat(this.planning.fallback(this.request, List.of(reply)).tasks()).hasSizeBetween(1, 12);
			assertThat(this.planning.readDirect(this.request, reply)).isNotNull();
		}
	}

	@Test
	void refusesACheckThatGrowsWithoutEnd() {
		String reply = "{\"tasks\":[{\"id\":\"t1\",\"instruction\":\"a\",\"assignment\":\"think\",\"success\":"
				+ "{\"kind\":\"regex\",\"arg\":\"((((a{100}){100}){100}){100}){100}\"}}]}";
		DraftResult result = this.planning.readPlan(this.request, reply, 0);
		assertThat(((Drawn) result).plan().task("t1").success()).isEqualTo(Task.Success.NONE);
	}

	private List<PlanFault> assertIsRefused(String reply) {
		DraftResult result = this.planning.readPlan(this.request, reply, 0);
		assertThat(result).isInstanceOf(Faulty.class);
		List<PlanFault> faults = ((Faulty) result).faults();
		ModelRequest repair = this.planning.askRepair(this.request, this.planning.askPlan(this.request), reply,
				new Faulty(faults));
		assertThat(TokenEstimate.in(repair.system()) + TokenEstimate.in(repair.user()))
			.isLessThan(this.request.contextTokens());
		assertThat(this.planning.fallback(this.request, List.of(reply))).isEqualTo(Plans.direct("Rule the world"));
		return faults;
	}

	private static String many(IntFunction<String[]> dependencies) {
		return Replies.plan(IntStream.range(1, MANY)
			.mapToObj((number) -> Replies.think("t" + number, "part " + number, dependencies.apply(number)))
			.toArray(String[]::new));
	}

}
