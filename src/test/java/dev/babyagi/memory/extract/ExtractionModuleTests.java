package dev.babyagi.memory.extract;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.OwnDatabase;
import dev.babyagi.dispatch.BackgroundWork;
import dev.babyagi.dispatch.WorkResult;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelResult;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ReplyForm;
import dev.babyagi.language.ScriptedModel;
import dev.babyagi.memory.Memories;
import dev.babyagi.memory.MemoryDraft;
import dev.babyagi.memory.MemoryKind;
import dev.babyagi.memory.MemoryTrust;
import dev.babyagi.memory.RecallTrace;
import dev.babyagi.memory.RecallTrace.Recalled;
import dev.babyagi.memory.SecretLikeText;
import dev.babyagi.objective.Completeness;
import dev.babyagi.objective.ContextId;
import dev.babyagi.objective.JourneyObjectives;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveErased;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.ObjectiveUsage;
import dev.babyagi.objective.Objectives;
import dev.babyagi.objective.StopReason;
import dev.babyagi.objective.Submission;
import dev.babyagi.operation.BackgroundCalls;
import dev.babyagi.operation.BackgroundOperation;
import dev.babyagi.operation.BackgroundOperations;
import dev.babyagi.operation.CallRequest;
import dev.babyagi.operation.DailyBudget;
import dev.babyagi.operation.OperationError;
import dev.babyagi.operation.OperationId;
import dev.babyagi.operation.OperationState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * The extraction of facts with everything below it, and a model that answers from what it
 * is sent.
 */
@OwnDatabase
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
class ExtractionModuleTests {

	private static final String SAID = "I live in Oslo. Plan my way to Bergen.";

	private static final String OSLO = fact("home town", "Oslo", "I live in Oslo");

	private static final ModelRequest ASK = ModelRequest.of(ModelRole.EXTRACTOR, "", "", ReplyForm.TEXT);

	private ContextId context = new ContextId(UUID.randomUUID());

	private String tenant = "";

	@Autowired
	private ExtractionSchedule schedule;

	@Autowired
	private TextExtraction texts;

	@Autowired
	private ObjectiveExtraction ofObjectives;

	@Autowired
	private BackgroundOperations operations;

	@Autowired
	private BackgroundCalls calls;

	@Autowired
	private BackgroundWork work;

	@Autowired
	private Memories memories;

	@Autowired
	private Objectives objectives;

	@Autowired
	private ScriptedModel model;

	@Autowired
	private Traces traces;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@BeforeEach
	void setUp() {
		this.context = new ContextId(UUID.randomUUID());
		this.tenant = "tenant-" + this.context;
		this.model.on(ModelRole.EXTRACTOR, reply(OSLO));
	}

	@Test
	void takesFactsFromATextAndErasesTheText() {
		BackgroundOperation begun = infer(SAID);
		await().atMost(30, TimeUnit.SECONDS).until(() -> operation(begun).state() != OperationState.RUNNING);
		BackgroundOperation ended = operation(begun);
		assertThat(ended.state()).isEqualTo(OperationState.SUCCEEDED);
		assertThat(ended.input()).isEmpty();
		assertThat(ended.used().calls()).isOne();
		assertThat(ended.used().tokens()).isEqualTo(ScriptedModel.USED.tokens());
		assertThat(memories()).containsExactly("user|home town|Oslo|USER");
		assertThat(ended.made()).hasSize(1).allMatch((id) -> id.startsWith("mem_"));
		assertThat(backgroundRows(begun.getId())).isZero();
		assertThat(this.jdbc.sql("select count(*) from operation where cast(input as varchar) like '%Oslo%'")
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void showsTheModelTheNamesInUseInThatScope() {
		handle(operationOn(SAID));
		handle(operationOn("I live in Oslo, still."));
		assertThat(this.model.asked(ModelRole.EXTRACTOR).getLast().user()).contains("user: home town");
		assertThat(memories()).as("the same again").hasSize(1);
		UUID elsewhere = begin(SAID, new ContextId(UUID.randomUUID()));
		handle(elsewhere);
		assertThat(this.model.asked(ModelRole.EXTRACTOR).getLast().user()).doesNotContain("user: home town");
	}

	@Test
	void makesACallThatACrashHasCutAgainOnceAndStoresNothingTwice() {
		UUID id = operationOn(SAID);
		int before = this.model.calls();
		this.calls.open(new CallRequest(id, "extract", this.tenant, ASK, DailyBudget.of("extract", 1_000_000)));
		assertThat(handle(id)).isEqualTo(WorkResult.ENDED);
		assertThat(handle(id)).as("again, as after a lost answer").isEqualTo(WorkResult.DONE);
		assertThat(this.model.calls() - before).isOne();
		assertThat(memories()).hasSize(1);
		assertThat(outcomes(id)).containsExactly("UNCERTAIN", "REPLIED");
		assertThat(this.operations.find(this.tenant, operationId(id)).orElseThrow().used().tokens())
			.isEqualTo(ScriptedModel.ESTIMATE.tokens() + ScriptedModel.USED.tokens());
	}

	@Test
	void givesUpWhatCrashedTwice() {
		UUID id = operationOn(SAID);
		int before = this.model.calls();
		this.calls.open(new CallRequest(id, "extract", this.tenant, ASK, DailyBudget.of("extract", 1_000_000)));
		this.calls.open(new CallRequest(id, "extract", this.tenant, ASK, DailyBudget.of("extract", 1_000_000)));
		assertThat(handle(id)).isEqualTo(WorkResult.ENDED);
		assertThat(this.model.calls()).isEqualTo(before);
		assertThat(error(id).type()).isEqualTo("internal");
	}

	@Test
	void writesNothingOnceAnotherReplicaHasTakenOver() {
		UUID id = operationOn(SAID);
		this.model.on(ModelRole.EXTRACTOR, (request) -> {
			this.model.on(ModelRole.EXTRACTOR, reply(OSLO));
			Thread other = Thread.ofVirtual().start(() -> handle(id));
			join(other);
			return ScriptedModel.said(reply(fact("way", "Bergen", "Plan my way to Bergen")));
		});
		assertThat(handle(id)).isInstanceOf(WorkResult.Again.class);
		assertThat(memories()).containsExactly("user|home town|Oslo|USER");
		assertThat(outcomes(id)).containsExactly("UNCERTAIN", "REPLIED");
	}

	@Test
	void waitsForAnEndpointThatIsAway() {
		UUID id = operationOn(SAID);
		this.model.downAtFirst(ModelRole.EXTRACTOR, 2);
		assertThat(minutesToWait(handle(id))).isEqualTo(1);
		assertThat(minutesToWait(handle(id))).isEqualTo(2);
		assertThat(memories()).isEmpty();
		assertThat(handle(id)).isEqualTo(WorkResult.ENDED);
		assertThat(memories()).hasSize(1);
	}

	@Test
	void makesACallAgainThatAStopHasCut() {
		UUID id = operationOn(SAID);
		this.model.on(ModelRole.EXTRACTOR, (request) -> {
			this.model.on(ModelRole.EXTRACTOR, reply(OSLO));
			return new ModelResult.Cut(ScriptedModel.ESTIMATE);
		});
		assertThat(minutesToWait(handle(id))).isZero();
		assertThat(handle(id)).isEqualTo(WorkResult.ENDED);
		assertThat(outcomes(id)).containsExactly("CUT", "REPLIED");
	}

	@Test
	void failsWhereTheTokensOfTheDayAreSpent() {
		UUID id = operationOn(SAID);
		spend(999_900);
		assertThat(handle(id)).isEqualTo(WorkResult.ENDED);
		assertThat(error(id).type()).isEqualTo("rate-limited");
		assertThat(error(id).detail()).contains("babyagi.memory.daily-tokens", "1,000,000");
	}

	@Test
	void makesAnObjectiveWaitForTheTokensOfTheNextDay() {
		ObjectiveId id = completed("Go by train.");
		spend(999_900);
		assertThat(handle(id)).isInstanceOfSatisfying(WorkResult.Again.class,
				(again) -> assertThat(again.at()).isAfter(this.clock.instant()));
		assertThat(outcomes(id.id())).isEmpty();
	}

	@Test
	void tellsWhyAReplyWasOfNoUse() {
		UUID id = operationOn(SAID);
		this.model.on(ModelRole.EXTRACTOR, "I would rather not.");
		assertThat(handle(id)).isEqualTo(WorkResult.ENDED);
		assertThat(error(id).type()).isEqualTo("unprocessable");
		assertThat(memories()).isEmpty();
	}

	@Test
	void takesFromAnObjectiveWhatWasSaidAndWhatWasAnswered() {
		ObjectiveId id = completed("The train to Bergen leaves at 8:25.");
		this.model.on(ModelRole.EXTRACTOR, reply(OSLO, fact("train", "8:25", "leaves at 8:25"),
				fact("pet", "cat", "I have a cat"), fact("mood", "Oslo", "Plan my way to Bergen")));
		int before = this.model.calls();
		assertThat(handle(id)).isEqualTo(WorkResult.ENDED);
		assertThat(this.model.calls() - before).isOne();
		assertThat(memories()).containsExactly("user|home town|Oslo|USER", "user|train|8:25|MODEL");
		assertThat(this.jdbc.sql("select count(*) from memory where objective_id = ? and context_id = ?")
			.params(id.id(), this.context.id())
			.query(Long.class)
			.single()).isEqualTo(2);
	}

	@Test
	void takesNothingFromAnAnswerThatRepeatsWhatWasRecalled() {
		UUID told = Objects.requireNonNull(this.transaction.execute((status) -> this.memories
			.remember(this.tenant,
					new MemoryDraft("The train to Bergen leaves at 8:25.", MemoryKind.FACT, MemoryTrust.UNTRUSTED,
							this.context, null, 0.5, null, this.clock.instant(), null, Map.of()))
			.orElseThrow()
			.memory()
			.getId()));
		ObjectiveId id = completed("It leaves at 8:25 from track 4.");
		this.traces.told.put(id, new Recalled(Set.of(told), false));
		this.model.on(ModelRole.EXTRACTOR,
				reply(OSLO, fact("train", "8:25", "leaves at 8:25"), fact("track", "track 4", "from track 4")));
		handle(id);
		assertThat(memories()).containsExactly("user|home town|Oslo|USER", "user|track|track 4|MODEL");
	}

	@Test
	void takesNothingFromAnAnswerThatRepeatsAnEarlierRound() {
		ObjectiveId earlier = completed("The train leaves at 8:25.");
		ObjectiveId id = completed("As I said: at 8:25.");
		this.traces.told.put(id, new Recalled(Set.of(earlier.id()), false));
		this.model.on(ModelRole.EXTRACTOR, reply(fact("train", "8:25", "at 8:25")));
		handle(id);
		assertThat(memories()).isEmpty();
	}

	@Test
	void trustsNothingOfATaintedObjective() {
		ObjectiveId id = completed("Go by train.");
		this.traces.told.put(id, new Recalled(Set.of(), true));
		handle(id);
		assertThat(memories()).containsExactly("user|home town|Oslo|UNTRUSTED");
	}

	@Test
	void storesNothingOfAnObjectiveThatWasErasedMeanwhile() {
		ObjectiveId id = completed("Go by train.");
		this.model.on(ModelRole.EXTRACTOR, (request) -> {
			this.transaction
				.executeWithoutResult((status) -> this.objectives.erase(id, this.tenant, ObjectiveErased.Cause.CLIENT));
			return ScriptedModel.said(reply(OSLO));
		});
		assertThat(handle(id)).isEqualTo(WorkResult.ENDED);
		assertThat(memories()).isEmpty();
		assertThat(handle(id)).isEqualTo(WorkResult.DONE);
	}

	@Test
	void takesNothingFromWhatIsForgotten() {
		ObjectiveId before = completed("Go by train.");
		forget(before);
		assertThat(handle(before)).isEqualTo(WorkResult.DONE);
		ObjectiveId meanwhile = completed("Go by train.");
		this.model.on(ModelRole.EXTRACTOR, (request) -> {
			forget(meanwhile);
			return ScriptedModel.said(reply(OSLO));
		});
		assertThat(handle(meanwhile)).isEqualTo(WorkResult.ENDED);
		assertThat(memories()).isEmpty();
	}

	private void forget(ObjectiveId turn) {
		this.transaction.executeWithoutResult((status) -> this.memories.forgetTurn(this.tenant, turn.id()));
	}

	@Test
	void waitsLongerEachTimeTheEndpointRefusesAllTries() {
		UUID id = operationOn(SAID);
		this.model.on(ModelRole.EXTRACTOR, (request) -> new ModelResult.OverBudget(ScriptedModel.USED));
		for (int call = 0; call < 7; call++) {
			assertThat(minutesToWait(handle(id))).isEqualTo(1 << Math.min(call, 6));
		}
		assertThat(handle(id)).isEqualTo(WorkResult.ENDED);
		assertThat(outcomes(id)).hasSize(7).containsOnly("OVER_BUDGET");
	}

	@Test
	void schedulesAnObjectiveOfAContextThatWasGivenAndTookACall() {
		ObjectiveId id = completed("Go by train.");
		Objective objective = this.objectives.find(id, this.tenant).orElseThrow();
		Objective arithmetic = this.objectives.find(complete("4", ObjectiveUsage.NONE), this.tenant).orElseThrow();
		this.transaction.executeWithoutResult((status) -> {
			this.schedule.schedule(objective, false);
			this.schedule.schedule(arithmetic, true);
			this.schedule.schedule(JourneyObjectives.auto(SAID), true);
			assertThat(this.jdbc.sql("select count(*) from background_work").query(Long.class).single()).isZero();
			this.schedule.schedule(objective, true);
			assertThat(backgroundRows(id.id())).isOne();
		});
		await().atMost(30, TimeUnit.SECONDS).until(() -> backgroundRows(id.id()) == 0);
		assertThat(memories()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "OFF, true, 1000, 0", "CONTEXT, false, 1000, 0", "CONTEXT, true, 1000, 1", "ALWAYS, false, 1000, 1",
			"ALWAYS, true, 0, 0" })
	void schedulesAsItIsSet(ExtractionSettings.After extract, boolean given, long dailyTokens, long rows) {
		ObjectiveId id = completed("Go by train.");
		ExtractionSchedule schedule = new ExtractionSchedule(this.operations, this.work, this.model,
				new ExtractionSettings(extract, dailyTokens), this.clock);
		this.transaction.executeWithoutResult((status) -> {
			schedule.schedule(this.objectives.find(id, this.tenant).orElseThrow(), given);
			assertThat(backgroundRows(id.id())).isEqualTo(rows);
			status.setRollbackOnly();
		});
	}

	@Test
	void refusesATextWithASecretAndStoresNoneOfIt() {
		String secret = "glpat-" + "x9Y8z7W6v5U4t3S2r1Q0";
		assertThatExceptionOfType(SecretLikeText.class).isThrownBy(() -> infer("My token is " + secret))
			.withMessageContaining("GitLab token")
			.withMessageNotContaining(secret);
		assertThatExceptionOfType(SecretLikeText.class).isThrownBy(() -> this.transaction
			.executeWithoutResult((status) -> this.memories.remember(this.tenant, new MemoryDraft(secret,
					MemoryKind.FACT, MemoryTrust.USER, null, null, 0.5, null, this.clock.instant(), null, Map.of()))));
		assertThat(this.jdbc.sql("select count(*) from operation where tenant = ?")
			.param(this.tenant)
			.query(Long.class)
			.single()).isZero();
	}

	private BackgroundOperation infer(String text) {
		return Objects.requireNonNull(this.transaction
			.execute((status) -> this.schedule.infer(this.tenant, text, this.context, MemoryTrust.USER)));
	}

	/** An operation that nobody is told of. */
	private UUID operationOn(String text) {
		return begin(text, this.context);
	}

	private UUID begin(String text, ContextId where) {
		Map<String, String> input = new HashMap<>(Map.of("text", text, "trust", "USER", "contextId", where.toString()));
		return Objects.requireNonNull(this.transaction
			.execute((status) -> this.operations.begin(this.tenant, "memory.infer", input).getId()));
	}

	private WorkResult handle(UUID operation) {
		return this.texts.handle(operation);
	}

	private WorkResult handle(ObjectiveId objective) {
		return this.ofObjectives.handle(objective.id());
	}

	private ObjectiveId completed(String answer) {
		return complete(answer, new ObjectiveUsage(1, 10, 10, BigDecimal.ZERO));
	}

	private ObjectiveId complete(String answer, ObjectiveUsage spent) {
		Submission submission = new Submission(SAID, this.context, null, "auto", JourneyObjectives.LIMITS, 8, 5, null,
				Map.of());
		ObjectiveId id = Objects
			.requireNonNull(this.transaction.execute((status) -> this.objectives.submit(this.tenant, submission).id()));
		this.transaction.executeWithoutResult((status) -> {
			Objective mine = this.objectives.untouched(id).orElseThrow();
			mine.begin(this.clock.instant());
			mine.spend(spent);
			mine.finish(JsonMapper.shared().writeValueAsString(Map.of("answer", answer)), Completeness.FULL,
					StopReason.GOAL_MET, this.clock.instant());
			assertThat(this.objectives.record(mine)).isTrue();
		});
		return id;
	}

	private BackgroundOperation operation(BackgroundOperation begun) {
		return this.operations.find(this.tenant, begun.id()).orElseThrow();
	}

	private static OperationId operationId(UUID id) {
		return new OperationId(id);
	}

	private OperationError error(UUID id) {
		return Objects.requireNonNull(this.operations.find(this.tenant, operationId(id)).orElseThrow().error());
	}

	private long minutesToWait(WorkResult result) {
		Duration wait = Duration.between(this.clock.instant(), ((WorkResult.Again) result).at());
		return Math.round(wait.toSeconds() / 60.0);
	}

	private void spend(long tokens) {
		this.jdbc.sql("""
				insert into model_call (work_id, purpose, number, tenant, reserved_input_tokens,
				reserved_output_tokens, reserved_cost_usd, opened_at, closed_at, outcome, model_calls, input_tokens,
				output_tokens, cost_usd) values (?, 'extract', 1, ?, 0, 0, 0, ?, ?, 'REPLIED', 1, ?, 0, 0)""")
			.params(UUID.randomUUID(), this.tenant, Timestamp.from(this.clock.instant()),
					Timestamp.from(this.clock.instant()), tokens)
			.update();
	}

	private List<@Nullable String> memories() {
		return this.jdbc.sql("""
				select subject || '|' || attribute || '|' || stated_value || '|' || trust from memory
				where tenant = ? and subject is not null and superseded_by is null and context_id = ?
				order by attribute""").params(this.tenant, this.context.id()).query(String.class).list();
	}

	private List<@Nullable String> outcomes(UUID id) {
		return this.jdbc.sql("select outcome from model_call where work_id = ? order by number")
			.param(id)
			.query(String.class)
			.list();
	}

	private long backgroundRows(UUID id) {
		return this.jdbc.sql("select count(*) from background_work where task_instance = ?")
			.param(id.toString())
			.query(Long.class)
			.single();
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String fact(String attribute, String value, String quote) {
		return """
				{"kind": "fact", "subject": "user", "attribute": "%s", "value": "%s", "text": "", "quote": "%s"}"""
			.formatted(attribute, value, quote);
	}

	private static String reply(String... facts) {
		return "{\"facts\": [" + String.join(", ", facts) + "]}";
	}

	/** What objectives were told. */
	static final class Traces implements RecallTrace {

		private final Map<ObjectiveId, Recalled> told = new ConcurrentHashMap<>();

		@Override
		public Recalled of(Objective objective) {
			return this.told.getOrDefault(objective.id(), Recalled.NOTHING);
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Beside {

		@Bean
		@Primary
		ScriptedModel scriptedModel() {
			return new ScriptedModel();
		}

		@Bean
		@Primary
		Traces traces() {
			return new Traces();
		}

	}

}
