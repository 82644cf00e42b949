package dev.babyagi.journey.stage;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.execution.Attempt;
import dev.babyagi.execution.AttemptOutcome;
import dev.babyagi.execution.TaskRun;
import dev.babyagi.execution.TaskState;
import dev.babyagi.execution.VerificationLevel;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelResult;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.language.ScriptedModel;
import dev.babyagi.objective.Completeness;
import dev.babyagi.objective.JourneyObjectives;
import dev.babyagi.objective.Limits;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveState;
import dev.babyagi.objective.Order;
import dev.babyagi.objective.StopReason;
import dev.babyagi.plan.Origin;
import dev.babyagi.plan.Task;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link ObjectiveJourney}: each way through the stages, with no database, no
 * thread and no clock.
 */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ObjectiveJourneyTests {

	private static final String OBJECTIVE = "Count the parts and name the largest";

	private static final Map<String, String> RIGHT = Map.of("t1", "42");

	private static final Map<String, String> NO_COUNT = Map.of("t1", "no idea", "t1-1", "3", "t1-2", "7");

	private final ScriptedModel model = ScriptedModel.saying(Said.PLAN, "found", Said.joined("The left one"))
		.on(ModelRole.EXECUTOR, Said.byTask(RIGHT));

	// -- without a model

	@Test
	void calculatesWithoutAskingAnyone() {
		InMemoryDriver driver = drive(JourneyObjectives.auto("What is (3 + 5) * 2 - 4 / 8?"));
		assertCompleted(driver, Completeness.FULL, StopReason.GOAL_MET, "\"15.5\"");
		assertThat(driver.plan().origin()).isEqualTo(Origin.EXACT);
		assertThat(this.model.calls()).isZero();
		assertThat(driver.phases()).doesNotContain("INTEGRATING");
	}

	@Test
	void asksNobodyAboutWhatTheCalculatorRefuses() {
		InMemoryDriver driver = drive(JourneyObjectives.auto("(2 + 3) / (4 - 4)"));
		assertFailed(driver, StopReason.TASK_FAILED, "task-failed", "Division by zero");
		assertThat(this.model.calls()).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					10/4              | {"type":"integer"}              | The answer 2.5 does not fit the outputSchema {"type":"integer"}
					3 * 4 - 2         | {"type":"number","minimum":50}  | The answer 10 does not fit the outputSchema {"type":"number","minimum":50}
					2 + 3             | {"enum":["a","b"]}              | The answer 5 does not fit the outputSchema {"enum":["a","b"]}
					""")
	void namesValueAndSchemaWhereAnExactAnswerDoesNotFit(String objective, String schema, String detail) {
		InMemoryDriver driver = drive(JourneyObjectives.of(objective, "auto", JourneyObjectives.LIMITS, 8, schema));
		assertThat(driver.objective().state()).isEqualTo(ObjectiveState.FAILED);
		assertThat(driver.objective().error()).startsWith("{\"type\":\"unprocessable\"")
			.contains(detail.replace("\"", "\\\""));
		assertThat(driver.execution().runs()).extracting(TaskRun::state).containsOnly(TaskState.SUCCEEDED);
		assertThat(this.model.calls()).isZero();
	}

	@Test
	void takesAnExactAnswerThatFits() {
		InMemoryDriver driver = drive(
				JourneyObjectives.of("10/5", "auto", JourneyObjectives.LIMITS, 8, "{\"type\":\"integer\"}"));
		assertCompleted(driver, Completeness.FULL, StopReason.GOAL_MET, "2");
	}

	// -- one step

	@Test
	void answersOneStepInOneCall() {
		this.model.on(ModelRole.EXECUTOR, "{\"answer\":\"Paris\"}");
		InMemoryDriver driver = drive(JourneyObjectives.auto("What is the capital of France?"));
		assertCompleted(driver, Completeness.FULL, StopReason.GOAL_MET, "\"Paris\"");
		assertThat(this.model.calls()).isEqualTo(1);
		assertThat(driver.plan().origin()).isEqualTo(Origin.DIRECT);
	}

	@Test
	void usesTheToolThatADirectAnswerNames() {
		this.model.on(ModelRole.EXECUTOR, "{\"tool\":\"calculator\",\"inputs\":{\"expression\":\"max(3, 7)\"}}");
		InMemoryDriver driver = drive(JourneyObjectives.auto("Which number is larger, three or seven?"));
		assertCompleted(driver, Completeness.FULL, StopReason.GOAL_MET, "\"7\"");
		assertThat(this.model.calls()).isEqualTo(1);
	}

	@Test
	void climbsTheLadderAfterADirectAnswerThatDoesNotFit() {
		this.model.on(ModelRole.EXECUTOR, "The answer is red", "{\"n\":3}");
		InMemoryDriver driver = drive(JourneyObjectives.of("How many parts are there?", "direct",
				JourneyObjectives.LIMITS, 8, "{\"type\":\"object\",\"required\":[\"n\"]}"));
		assertCompleted(driver, Completeness.FULL, StopReason.GOAL_MET, "{\"n\":3}");
		assertThat(this.model.calls()).isEqualTo(2);
		assertThat(this.model.asked(ModelRole.EXECUTOR).getLast().user()).contains("does not fit the schema");
	}

	// -- plan, tasks, join

	@Test
	void plansCarriesOutAndJoins() {
		InMemoryDriver driver = drive(JourneyObjectives.planned(OBJECTIVE));
		assertCompleted(driver, Completeness.FULL, StopReason.GOAL_MET, "\"The left one\"");
		assertThat(driver.phases()).containsExactly("PLANNING", "EXECUTING", "INTEGRATING");
		assertThat(driver.plan().origin()).isEqualTo(Origin.MODEL);
		assertThat(this.model.calls()).isEqualTo(4);
		assertThat(this.model.asked(ModelRole.JOINER)).singleElement()
			.satisfies((join) -> assertThat(join.user()).contains("\"output\":42", "\"output\":\"found\""));
		assertThat(driver.objective().spending().modelCalls()).isEqualTo(4);
		assertThat(driver.objective().progress().succeeded()).isEqualTo(2);
	}

	@Test
	void startsATaskOnceWhatItDependsOnIsDone() {
		this.model.on(ModelRole.PLANNER, Said.plan(Said.text("t1", "List the parts"),
				Said.text("t2", "Weigh the parts of the list", "t1"), Said.text("t3", "Paint the parts", "t1")));
		InMemoryDriver driver = drive(JourneyObjectives.planned(OBJECTIVE));
		assertThat(this.model.asked(ModelRole.EXECUTOR)).extracting(Said::taskId).containsExactly("t1", "t2", "t3");
		assertThat(this.model.asked(ModelRole.EXECUTOR).getLast().user()).contains("42");
		assertThat(driver.mostAtOnce()).isEqualTo(2);
	}

	/**
	 * Three calls for the number and one for the text, which no two answers word alike.
	 */
	@Test
	void votesWhereEffortIsHighOnlyOnWhatCanBeCompared() {
		AtomicInteger said = new AtomicInteger();
		this.model
			.on(ModelRole.PLANNER,
					Said.plan(Said.number("t1", "Count"), Said.text("t2", "Describe"))
						.replace("\"assignment\"", "\"effort\":\"high\",\"assignment\""))
			.on(ModelRole.EXECUTOR, (request) -> ScriptedModel.said(Said.taskId(request).equals("t1") ? "42"
					: "A description, the %dth".formatted(said.incrementAndGet())));
		InMemoryDriver driver = drive(JourneyObjectives.planned(OBJECTIVE));
		assertCompleted(driver, Completeness.FULL, StopReason.GOAL_MET, "\"The left one\"");
		assertThat(this.model.asked(ModelRole.EXECUTOR)).extracting(Said::taskId)
			.containsExactlyInAnyOrder("t1", "t1", "t1", "t2");
		assertThat(driver.execution().run("t1").verification()).isEqualTo(VerificationLevel.VOTE);
		assertThat(driver.execution().run("t2").verification()).isEqualTo(VerificationLevel.NONE);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3 })
	void startsNoMoreTasksThanMayRunAtOnce(int parallelism) {
		this.model.on(ModelRole.PLANNER, Said.plan(Said.text("t1", "Count"), Said.text("t2", "Weigh"),
				Said.text("t3", "Paint"), Said.text("t4", "Ship")));
		InMemoryDriver driver = drive(
				JourneyObjectives.of(OBJECTIVE, "plan", JourneyObjectives.LIMITS, parallelism, null));
		assertThat(driver.mostAtOnce()).isEqualTo(parallelism);
		assertThat(driver.objective().progress().succeeded()).isEqualTo(4);
	}

	// -- faulty plans

	@Test
	void repairsAFaultyPlan() {
		this.model.on(ModelRole.PLANNER, Said.NO_PLAN, "{\"tasks\":[]}", Said.PLAN);
		InMemoryDriver driver = drive(JourneyObjectives.planned(OBJECTIVE));
		assertThat(driver.plan().origin()).isEqualTo(Origin.REPAIRED);
		assertThat(this.model.asked(ModelRole.PLANNER)).hasSize(3);
		assertThat(this.model.asked(ModelRole.PLANNER).get(1).user()).contains(OBJECTIVE, Said.NO_PLAN);
		assertCompleted(driver, Completeness.FULL, StopReason.GOAL_MET, "\"The left one\"");
	}

	@Test
	void repairsTwiceAndThenReadsTheListThatIsThere() {
		this.model.on(ModelRole.PLANNER, "1. Count the parts\n2. Name the largest", Said.NO_PLAN);
		InMemoryDriver driver = drive(JourneyObjectives.planned(OBJECTIVE));
		assertThat(this.model.asked(ModelRole.PLANNER)).hasSize(3);
		assertThat(driver.plan().origin()).isEqualTo(Origin.SEQUENCE);
		assertThat(driver.plan().tasks()).extracting(Task::id).containsExactly("t1", "t2");
		assertCompleted(driver, Completeness.FULL, StopReason.GOAL_MET, "\"The left one\"");
	}

	@Test
	void repairsTwiceAndThenDoesItInOneTask() {
		this.model.on(ModelRole.PLANNER, Said.NO_PLAN, "");
		InMemoryDriver driver = drive(JourneyObjectives.planned(OBJECTIVE));
		assertThat(this.model.asked(ModelRole.PLANNER)).hasSize(3);
		assertThat(driver.plan().origin()).isEqualTo(Origin.DIRECT);
		assertCompleted(driver, Completeness.FULL, StopReason.GOAL_MET, "\"42\"");
		assertThat(this.model.asked(ModelRole.JOINER)).isEmpty();
	}

	@Test
	void doesItInOneTaskWhenThePlannerDeclines() {
		this.model.on(ModelRole.PLANNER, (request) -> new ModelResult.Declined("It may not say", ScriptedModel.USED));
		InMemoryDriver driver = drive(JourneyObjectives.planned(OBJECTIVE));
		assertThat(this.model.asked(ModelRole.PLANNER)).as("it is not asked twice").hasSize(1);
		assertCompleted(driver, Completeness.FULL, StopReason.GOAL_MET, "\"42\"");
	}

	// -- the ladder, and what follows it

	@Test
	void retriesAndVotesBeforeAnythingIsPlannedAnew() {
		this.model.on(ModelRole.EXECUTOR, byTaskWrongAtFirst(2));
		InMemoryDriver driver = drive(JourneyObjectives.planned(OBJECTIVE));
		assertThat(asked("t1")).hasSize(1 + 1 + 3);
		assertThat(asked("t1").get(1).user()).contains("no idea");
		assertThat(this.model.asked(ModelRole.PLANNER)).hasSize(1);
		assertThat(driver.execution().attempts()).filteredOn((attempt) -> "t1".equals(attempt.taskId()))
			.extracting(Attempt::ordinal)
			.containsExactly(1, 2, 3, 3, 3);
		assertCompleted(driver, Completeness.FULL, StopReason.GOAL_MET, "\"The left one\"");
	}

	@Test
	void givesATaskChildrenWhenItCannotBeDoneAsItIs() {
		this.model.on(ModelRole.PLANNER, Said.planner(Said.PLAN, Said.CHILDREN, Said.NO_PLAN))
			.on(ModelRole.EXECUTOR, Said.byTask(NO_COUNT));
		InMemoryDriver driver = drive(JourneyObjectives.planned(OBJECTIVE));
		assertThat(driver.plan().origin()).isEqualTo(Origin.DECOMPOSED);
		assertThat(driver.plan().revision()).isEqualTo(2);
		assertThat(driver.execution().artifacts().get("t1")).hasFieldOrPropertyWithValue("text", "7");
		assertThat(asked("t2")).as("what is done is not done again").hasSize(1);
		assertCompleted(driver, Completeness.FULL, StopReason.GOAL_MET, "\"The left one\"");
	}

	@Test
	void plansASubObjectiveAtItsTurn() {
		this.model
			.on(ModelRole.PLANNER,
					Said.planner(
							Said.plan(Said.text("t1", "List the parts"), Said.objective("t2", "See to the rest", "t1")),
							Said.plan(Said.number("t2-1", "Tally the left"), Said.number("t2-2", "Tally the right")),
							Said.NO_PLAN))
			.on(ModelRole.EXECUTOR, Said.byTask(Map.of("t2-1", "3", "t2-2", "4", "t2", "3 and 4", "t1", "a list")));
		InMemoryDriver driver = drive(JourneyObjectives.planned(OBJECTIVE));
		assertThat(this.model.asked(ModelRole.PLANNER)).hasSize(2);
		assertThat(this.model.asked(ModelRole.PLANNER).getLast().user()).contains("See to the rest", "a list");
		assertThat(this.model.asked(ModelRole.EXECUTOR)).extracting(Said::taskId)
			.as("the children are joined by one more call")
			.containsExactly("t1", "t2-1", "t2-2", "t2");
		assertThat(driver.execution().artifacts().get("t2")).hasFieldOrPropertyWithValue("text", "3 and 4");
		assertCompleted(driver, Completeness.FULL, StopReason.GOAL_MET, "\"The left one\"");
	}

	@Test
	void plansTheRestAnewWhenATaskCannotBeSplit() {
		this.model.on(ModelRole.PLANNER, Said.planner(Said.PLAN, Said.NO_PLAN, Said.SUFFIX))
			.on(ModelRole.EXECUTOR, Said.byTask(NO_COUNT));
		InMemoryDriver driver = drive(JourneyObjectives.planned(OBJECTIVE));
		assertThat(driver.plan().origin()).isEqualTo(Origin.REPLANNED);
		assertThat(this.model.asked(ModelRole.PLANNER)).as("a plan, children in three rounds, the rest")
			.hasSize(1 + 3 + 1);
		assertThat(driver.execution().run("t1").state()).isEqualTo(TaskState.SKIPPED);
		assertThat(asked("t2")).as("what is done is not done again").hasSize(1);
		assertCompleted(driver, Completeness.FULL, StopReason.GOAL_MET, "\"The left one\"");
	}

	static Stream<String> suffixesOfNoUse() {
		return Stream.of(Said.NO_PLAN, "", Said.SAME_AGAIN);
	}

	@ParameterizedTest
	@MethodSource("suffixesOfNoUse")
	void statesTheGapWhenNoOtherWayIsFound(String suffix) {
		this.model.on(ModelRole.PLANNER, Said.planner(Said.PLAN, Said.NO_PLAN, suffix))
			.on(ModelRole.EXECUTOR, Said.byTask(NO_COUNT));
		InMemoryDriver driver = drive(JourneyObjectives.planned(OBJECTIVE));
		assertCompleted(driver, Completeness.PARTIAL, StopReason.STALLED, "\"The left one\"");
		assertThat(driver.execution().run("t1").state()).isEqualTo(TaskState.FAILED);
		assertThat(driver.phases()).endsWith("WINDING_DOWN").doesNotContain("INTEGRATING");
		assertThat(this.model.asked(ModelRole.JOINER)).singleElement()
			.satisfies((join) -> assertThat(join.user()).contains("\"status\":\"failed\""));
	}

	@Test
	void plansTheRestAnewNoOftenerThanItMay() {
		this.model.on(ModelRole.PLANNER, Said.planner(Said.PLAN, Said.NO_PLAN, Said.SUFFIX))
			.on(ModelRole.EXECUTOR, Said.byTask(NO_COUNT));
		InMemoryDriver driver = drive(JourneyObjectives.of(OBJECTIVE, "plan", limits(60, 20, 0), 8, null));
		assertCompleted(driver, Completeness.PARTIAL, StopReason.TASK_FAILED, "\"The left one\"");
		assertThat(this.model.asked(ModelRole.PLANNER)).as("no question for the rest").hasSize(1 + 3);
	}

	@Test
	void stopsAtTheLimitOfTasks() {
		this.model.on(ModelRole.EXECUTOR, Said.byTask(Map.of("t1", "42", "t2", "found")))
			.on(ModelRole.JOINER, Said.missing("the colour"));
		InMemoryDriver driver = drive(JourneyObjectives.of(OBJECTIVE, "plan", limits(60, 2, 2), 8, null));
		assertCompleted(driver, Completeness.PARTIAL, StopReason.STEP_LIMIT, "\"Half of it\"");
		assertThat(this.model.asked(ModelRole.PLANNER)).hasSize(1);
	}

	@Test
	void failsWhenNothingAtAllWasFound() {
		this.model.on(ModelRole.PLANNER, Said.planner(Said.PLAN, Said.NO_PLAN, Said.NO_PLAN))
			.on(ModelRole.EXECUTOR, "");
		InMemoryDriver driver = drive(JourneyObjectives.planned(OBJECTIVE));
		assertFailed(driver, StopReason.STALLED, "task-failed", "The model sent an empty reply");
		assertThat(this.model.asked(ModelRole.JOINER)).isEmpty();
	}

	// -- what the joiner finds missing

	@Test
	void revisesThePlanForAGapOfTheAnswer() {
		this.model.on(ModelRole.PLANNER, Said.planner(Said.PLAN, Said.NO_PLAN, Said.SUFFIX))
			.on(ModelRole.JOINER, Said.missing("the colour"), Said.joined("Red"));
		InMemoryDriver driver = drive(JourneyObjectives.planned(OBJECTIVE));
		assertThat(this.model.asked(ModelRole.PLANNER).getLast().user()).contains("the colour");
		assertThat(driver.plan().tasks()).extracting(Task::id).containsExactly("t1", "t2", "t3");
		assertCompleted(driver, Completeness.FULL, StopReason.GOAL_MET, "\"Red\"");
	}

	@Test
	void deliversWhatItHasWhenTheGapCannotBeClosed() {
		this.model.on(ModelRole.JOINER, Said.missing("the colour"));
		InMemoryDriver driver = drive(JourneyObjectives.of(OBJECTIVE, "plan", limits(60, 20, 0), 8, null));
		assertCompleted(driver, Completeness.PARTIAL, StopReason.STALLED, "\"Half of it\"");
		assertThat(driver.objective().result()).contains("Missing: the colour");
	}

	@Test
	void stopsReplanningForAJoinerThatIsNeverSatisfied() {
		AtomicInteger round = new AtomicInteger();
		this.model
			.on(ModelRole.PLANNER,
					(request) -> ScriptedModel.said(request.user().contains("cannot go on as it is")
							? Said.plan(Said.text("t9", "Other way " + round.incrementAndGet())) : Said.PLAN))
			.on(ModelRole.JOINER, Said.missing("the colour"));
		InMemoryDriver driver = drive(JourneyObjectives.planned(OBJECTIVE));
		assertCompleted(driver, Completeness.PARTIAL, StopReason.STALLED, "\"Half of it\"");
		assertThat(driver.plan().revision()).isEqualTo(3);
		assertThat(this.model.asked(ModelRole.JOINER)).hasSize(3);
	}

	@Test
	void asksTheJoinerForOneRepair() {
		this.model.on(ModelRole.JOINER, "The left one, I think.", Said.joined("The left one"));
		InMemoryDriver driver = drive(JourneyObjectives.planned(OBJECTIVE));
		assertThat(this.model.asked(ModelRole.JOINER)).hasSize(2);
		assertThat(this.model.asked(ModelRole.JOINER).getLast().user()).contains("The left one, I think.");
		assertCompleted(driver, Completeness.FULL, StopReason.GOAL_MET, "\"The left one\"");
	}

	@Test
	void takesWhatAJoinerSaidTwiceInAFormOfItsOwn() {
		this.model.on(ModelRole.JOINER, "The left one, I think.");
		InMemoryDriver driver = drive(JourneyObjectives.planned(OBJECTIVE));
		assertThat(this.model.asked(ModelRole.JOINER)).hasSize(2);
		assertCompleted(driver, Completeness.FULL, StopReason.GOAL_MET, "\"The left one, I think.\"");
	}

	@Test
	void assemblesWhatWasFoundWhenTheJoinerDeclines() {
		this.model.on(ModelRole.JOINER, (request) -> new ModelResult.Declined("It may not say", ScriptedModel.USED));
		InMemoryDriver driver = drive(JourneyObjectives.planned(OBJECTIVE));
		assertThat(driver.objective().completeness()).isEqualTo(Completeness.PARTIAL);
		assertThat(driver.objective().result()).contains("42", "found");
	}

	// -- time and budget

	@Test
	void joinsWhatThereIsWhenOnlyTheTimeKeptForItIsLeft() {
		this.model.on(ModelRole.PLANNER,
				Said.plan(Said.number("t1", "Count the parts"), Said.text("t2", "Name the largest part", "t1")));
		InMemoryDriver driver = new InMemoryDriver(
				JourneyObjectives.of(OBJECTIVE, "plan", limits(Duration.ofSeconds(100)), 8, null), this.model)
			.taking(Duration.ofSeconds(40), ModelRole.PLANNER, ModelRole.EXECUTOR)
			.taking(Duration.ofSeconds(9), ModelRole.JOINER)
			.drive();
		assertThat(driver.outcomes(ModelRole.EXECUTOR)).containsExactly(AttemptOutcome.SUCCEEDED, AttemptOutcome.CUT);
		assertThat(driver.now()).as("it is cut after 90 seconds").isEqualTo(JourneyObjectives.START.plusSeconds(99));
		assertCompleted(driver, Completeness.PARTIAL, StopReason.DEADLINE, "\"The left one\"");
	}

	@Test
	void assemblesWhatThereIsWhenTheJoiningCallDoesNotEndInTime() {
		InMemoryDriver driver = new InMemoryDriver(
				JourneyObjectives.of(OBJECTIVE, "plan", limits(Duration.ofSeconds(100)), 8, null), this.model)
			.taking(Duration.ofSeconds(40), ModelRole.values())
			.drive();
		assertThat(driver.now()).isEqualTo(JourneyObjectives.START.plusSeconds(100));
		assertThat(driver.outcomes(ModelRole.JOINER)).as("it may go on in the time kept for it")
			.containsExactly(AttemptOutcome.CUT);
		assertCompleted(driver, Completeness.PARTIAL, StopReason.DEADLINE, "\"t1, t1:\\n42");
		assertThat(driver.objective().result()).contains("The time was up");
	}

	@Test
	void failsAtTheDeadlineWithNothingToShow() {
		InMemoryDriver driver = new InMemoryDriver(
				JourneyObjectives.of(OBJECTIVE, "plan", limits(Duration.ofSeconds(100)), 8, null), this.model)
			.taking(Duration.ofSeconds(400), ModelRole.values())
			.drive();
		assertFailed(driver, StopReason.DEADLINE, "deadline", "The time was up");
		assertThat(driver.now()).isEqualTo(JourneyObjectives.START.plusSeconds(100));
	}

	/** The duration is the default one of 15 minutes, a tenth of which is 90 seconds. */
	@ParameterizedTest
	@ValueSource(ints = { 10, 60, 89, 91, 300 })
	void keepsATenthOfTheTimeUntilTheDeadline(int seconds) {
		Instant deadline = JourneyObjectives.START.plusSeconds(seconds);
		this.model.on(ModelRole.PLANNER,
				Said.plan(Said.number("t1", "Count the parts"), Said.text("t2", "Name the largest part", "t1")));
		InMemoryDriver driver = new InMemoryDriver(JourneyObjectives.of(OBJECTIVE, "plan", until(deadline), 8, null),
				this.model)
			.taking(Duration.ofMillis(400L * seconds), ModelRole.PLANNER, ModelRole.EXECUTOR)
			.taking(Duration.ofMillis(90L * seconds), ModelRole.JOINER)
			.drive();
		assertThat(driver.outcomes(ModelRole.EXECUTOR)).containsExactly(AttemptOutcome.SUCCEEDED, AttemptOutcome.CUT);
		assertThat(driver.now()).isEqualTo(JourneyObjectives.START.plusMillis((900L + 90L) * seconds));
		assertCompleted(driver, Completeness.PARTIAL, StopReason.DEADLINE, "\"The left one\"");
	}

	@ParameterizedTest
	@CsvSource({ "PLANNER, 60", "EXECUTOR, 60", "JOINER, 60", "PLANNER, 3", "EXECUTOR, 3", "JOINER, 3" })
	void endsByItsDeadlineWhileTheEndpointHangs(ModelRole hanging, int seconds) {
		Instant deadline = JourneyObjectives.START.plusSeconds(seconds);
		InMemoryDriver driver = new InMemoryDriver(JourneyObjectives.of(OBJECTIVE, "plan", until(deadline), 8, null),
				this.model)
			.taking(Duration.ofMillis(100), ModelRole.values())
			.taking(Duration.ofDays(1), hanging)
			.drive();
		assertThat(driver.objective().stopReason()).isEqualTo(StopReason.DEADLINE);
		assertThat(driver.now()).isBetween(deadline.minusMillis(100L * seconds), deadline);
		assertThat(driver.objective().state())
			.isEqualTo((hanging == ModelRole.JOINER) ? ObjectiveState.COMPLETED : ObjectiveState.FAILED);
	}

	@Test
	void joinsWithTheCallThatWasKeptWhenTheOthersAreUsedUp() {
		this.model.on(ModelRole.PLANNER, Said.plan(Said.number("t1", "Count the parts"), Said.text("t2", "Weigh"),
				Said.text("t3", "Paint"), Said.text("t4", "Ship")));
		InMemoryDriver driver = drive(JourneyObjectives.of(OBJECTIVE, "plan", limits(4, 20, 2), 1, null));
		assertThat(driver.objective().stopReason()).isEqualTo(StopReason.BUDGET_EXHAUSTED);
		assertThat(this.model.calls()).isLessThanOrEqualTo(4);
		assertThat(driver.meter().promised()).isEqualTo(driver.meter().spent());
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 })
	void neverAsksOftenerThanItMay(int calls) {
		this.model.on(ModelRole.PLANNER, Said.planner(Said.PLAN, Said.NO_PLAN, Said.SUFFIX))
			.on(ModelRole.EXECUTOR, Said.byTask(NO_COUNT))
			.on(ModelRole.JOINER, Said.missing("the colour"));
		InMemoryDriver driver = drive(JourneyObjectives.of(OBJECTIVE, "plan", limits(calls, 20, 2), 8, null));
		assertThat(this.model.calls()).isLessThanOrEqualTo(calls);
		assertThat(driver.objective().spending().modelCalls()).isEqualTo(this.model.calls());
		assertThat(driver.meter().promised()).as("nothing stays reserved").isEqualTo(driver.meter().spent());
	}

	// -- endpoints

	@Test
	void failsAtOnceWhenTheEndpointRefusesUs() {
		this.model.on(ModelRole.EXECUTOR,
				(request) -> new ModelResult.Fatal("Wrong key", "Set another one", ModelUsage.NONE));
		InMemoryDriver driver = drive(JourneyObjectives.planned(OBJECTIVE));
		assertFailed(driver, StopReason.PROVIDER_UNAVAILABLE, "model-unavailable", "Wrong key. Set another one");
		assertThat(driver.outcomes(ModelRole.EXECUTOR)).containsExactly(AttemptOutcome.FATAL, AttemptOutcome.CUT);
	}

	@ParameterizedTest
	@CsvSource({ "PLANNER", "EXECUTOR", "JOINER" })
	void waitsForAnEndpointThatIsDownAndGoesOn(ModelRole role) {
		this.model.downAtFirst(role, 3);
		InMemoryDriver driver = new InMemoryDriver(JourneyObjectives.planned(OBJECTIVE), this.model)
			.driveUntil((it) -> it.objective().dueAt() != null);
		assertThat(driver.objective().dueAt()).as("no thread is held").isAfter(driver.now());
		assertThat(driver.underWay()).isZero();
		driver.drive();
		assertCompleted(driver, Completeness.FULL, StopReason.GOAL_MET, "\"The left one\"");
	}

	@ParameterizedTest
	@CsvSource({ "PLANNER", "EXECUTOR" })
	void saysThatTheEndpointWasAwayWhenTimeRanOutOverIt(ModelRole role) {
		this.model.on(role, (request) -> ScriptedModel.unreachable());
		InMemoryDriver driver = drive(JourneyObjectives.planned(OBJECTIVE));
		assertFailed(driver, StopReason.PROVIDER_UNAVAILABLE, "model-unavailable", "Connection refused");
		Instant end = JourneyObjectives.START.plus(JourneyObjectives.LIMITS.maxDuration());
		assertThat(driver.now()).isBetween(end.minus(driver.objective().keptForIntegration(driver.now())), end);
	}

	// -- orders

	@Test
	void cutsWhatIsUnderWayWhenItIsCanceled() {
		InMemoryDriver driver = new InMemoryDriver(JourneyObjectives.planned(OBJECTIVE), this.model)
			.driveUntil((it) -> it.underWay() == 2);
		driver.order(Order.Kind.CANCEL);
		assertThat(driver.objective().state()).isEqualTo(ObjectiveState.CANCELED);
		assertThat(driver.objective().stopReason()).isEqualTo(StopReason.CANCELED_BY_CLIENT);
		assertThat(driver.outcomes(ModelRole.EXECUTOR)).containsExactly(AttemptOutcome.CUT, AttemptOutcome.CUT);
		assertThat(driver.execution().states().values()).containsOnly("canceled");
		assertThat(this.model.asked(ModelRole.EXECUTOR)).isEmpty();
	}

	@Test
	void letsWhatIsUnderWayEndWhenItIsCanceledGracefully() {
		InMemoryDriver driver = new InMemoryDriver(
				JourneyObjectives.of(OBJECTIVE, "plan", JourneyObjectives.LIMITS, 1, null), this.model)
			.driveUntil((it) -> it.execution().plan().isPresent());
		driver.order(Order.Kind.CANCEL_GRACEFULLY);
		assertThat(driver.objective().state()).isEqualTo(ObjectiveState.WORKING);
		driver.drive();
		assertThat(driver.objective().state()).isEqualTo(ObjectiveState.CANCELED);
		assertThat(driver.outcomes(ModelRole.EXECUTOR)).containsExactly(AttemptOutcome.SUCCEEDED);
		assertThat(driver.execution().states()).containsEntry("t1", "succeeded").containsEntry("t2", "canceled");
		assertThat(this.model.asked(ModelRole.EXECUTOR)).as("nothing new was begun").hasSize(1);
	}

	@Test
	void cutsAtOnceAfterAll() {
		InMemoryDriver driver = new InMemoryDriver(JourneyObjectives.planned(OBJECTIVE), this.model)
			.driveUntil((it) -> it.underWay() == 2);
		driver.order(Order.Kind.CANCEL_GRACEFULLY).order(Order.Kind.CANCEL);
		assertThat(driver.objective().state()).isEqualTo(ObjectiveState.CANCELED);
		assertThat(driver.objective().ordersSeen()).isEqualTo(2);
	}

	@Test
	void cancelsAtOnceWhatOnlyWaits() {
		this.model.on(ModelRole.PLANNER, (request) -> ScriptedModel.unreachable());
		InMemoryDriver driver = new InMemoryDriver(JourneyObjectives.planned(OBJECTIVE), this.model)
			.driveUntil((it) -> it.objective().dueAt() != null);
		driver.order(Order.Kind.CANCEL_GRACEFULLY);
		assertThat(driver.objective().state()).isEqualTo(ObjectiveState.CANCELED);
	}

	private InMemoryDriver drive(Objective objective) {
		return new InMemoryDriver(objective, this.model).drive();
	}

	private List<ModelRequest> asked(String taskId) {
		return this.model.asked(ModelRole.EXECUTOR)
			.stream()
			.filter((request) -> Said.taskId(request).equals(taskId))
			.toList();
	}

	/** The first task is answered wrongly so many times. */
	private static Function<ModelRequest, ModelResult> byTaskWrongAtFirst(int wrongs) {
		AtomicInteger left = new AtomicInteger(wrongs);
		return (request) -> (Said.taskId(request).equals("t1") && left.getAndDecrement() > 0)
				? ScriptedModel.said("no idea") : Said.byTask(RIGHT).apply(request);
	}

	private static void assertCompleted(InMemoryDriver driver, Completeness completeness, StopReason reason,
			String answer) {
		Objective objective = driver.objective();
		assertThat(objective.state()).as(objective.error()).isEqualTo(ObjectiveState.COMPLETED);
		assertThat(objective.result()).startsWith("{\"answer\":" + answer);
		assertThat(objective.completeness()).isEqualTo(completeness);
		assertThat(objective.stopReason()).isEqualTo(reason);
		assertThat(driver.execution().openAttempts()).isEmpty();
		assertThat(driver.execution().runs()).allMatch((run) -> run.state().isTerminal());
	}

	private static void assertFailed(InMemoryDriver driver, StopReason reason, String type, String detail) {
		Objective objective = driver.objective();
		assertThat(objective.state()).as(objective.result()).isEqualTo(ObjectiveState.FAILED);
		assertThat(objective.error()).contains("\"type\":\"" + type + "\"", detail);
		assertThat(objective.stopReason()).isEqualTo(reason);
		assertThat(driver.execution().openAttempts()).isEmpty();
	}

	private static Limits limits(int calls, int tasks, int replans) {
		return new Limits(BigDecimal.ONE, 500_000, calls, tasks, replans, Duration.ofMinutes(15), null);
	}

	private static Limits until(Instant deadline) {
		return new Limits(BigDecimal.ONE, 500_000, 60, 20, 2, Duration.ofMinutes(15), deadline);
	}

	private static Limits limits(Duration duration) {
		return new Limits(BigDecimal.ONE, 500_000, 60, 20, 2, duration, null);
	}

}
