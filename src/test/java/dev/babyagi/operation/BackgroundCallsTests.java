package dev.babyagi.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.OwnDatabase;
import dev.babyagi.WithoutDispatch;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelResult;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.language.ReplyForm;
import dev.babyagi.language.ScriptedModel;
import dev.babyagi.operation.CallOpening.GivenUp;
import dev.babyagi.operation.CallOpening.Opened;
import dev.babyagi.operation.CallOpening.Spent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fear: a process dies with a call under way, and the call is paid for without end,
 * or nobody knows that it was.
 */
@OwnDatabase
@WithoutDispatch
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
class BackgroundCallsTests {

	private static final ModelRequest ASK = ModelRequest.of(ModelRole.EXTRACTOR, "", "", ReplyForm.TEXT);

	private static final long MILLION = 1_000_000;

	private UUID work = UUID.randomUUID();

	private String tenant = "";

	@Autowired
	private BackgroundCalls calls;

	@Autowired
	private BackgroundOperations operations;

	@Autowired
	private OperationRetention retention;

	@Autowired
	private ScriptedModel model;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@BeforeEach
	void setUp() {
		this.work = UUID.randomUUID();
		this.tenant = "tenant-" + this.work;
	}

	@Test
	void closesACallWithWhatItUsed() {
		this.model.on(ModelRole.EXTRACTOR, "done");
		Opened call = opened();
		ModelResult result = this.calls.ask(call);
		assertThat(close(call, result)).isTrue();
		assertThat(close(call, result)).as("twice").isFalse();
		assertThat(this.calls.used(this.work, "extract")).isEqualTo(scaled(ScriptedModel.USED));
		assertThat(outcomes()).containsExactly("REPLIED");
	}

	@Test
	void booksACallThatADeadProcessLeftOpenAtItsReservationAndMakesItAgainOnce() {
		Opened dead = opened();
		opened();
		assertThat(outcomes()).containsExactly("UNCERTAIN", null);
		assertThat(this.calls.used(this.work, "extract")).isEqualTo(scaled(ScriptedModel.ESTIMATE));
		assertThat(close(dead, ScriptedModel.said("late"))).as("it has been closed meanwhile").isFalse();
		assertThat(open(MILLION)).isEqualTo(new GivenUp(CallOutcome.UNCERTAIN));
		assertThat(outcomes()).containsExactly("UNCERTAIN", "UNCERTAIN");
	}

	@Test
	void countsACallThatWasCutBeforeItWasSentAsNone() {
		for (int count = 0; count < 3; count++) {
			Opened call = opened();
			assertThat(close(call, new ModelResult.Cut(ModelUsage.NONE))).isTrue();
		}
		opened();
		assertThat(this.calls.used(this.work, "extract").calls()).isZero();
	}

	@Test
	void givesUpAnEndpointThatCannotBeReachedForHours() {
		for (int count = 0; count < 7; count++) {
			close(opened(), ScriptedModel.unreachable());
		}
		assertThat(open(MILLION)).isEqualTo(new GivenUp(CallOutcome.UNREACHABLE));
	}

	@Test
	void waitsForTheNextDayWhenTheTokensAreSpent() {
		Instant now = this.clock.instant();
		CallOpening spent = open(299);
		assertThat(spent).isEqualTo(new Spent(now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1))));
		assertThat(outcomes()).isEmpty();
		Opened call = (Opened) open(300);
		assertThat(open(UUID.randomUUID(), 599)).as("what is reserved counts").isInstanceOf(Spent.class);
		close(call, ScriptedModel.said("done"));
		assertThat(open(UUID.randomUUID(), 599)).as("110 were used").isInstanceOf(Opened.class);
	}

	@Test
	void forgetsTheTokensOfYesterdayAndThoseOfOthers() {
		close((Opened) open(300), ScriptedModel.said("done"));
		this.jdbc.sql("update model_call set opened_at = opened_at - interval '1' day where work_id = ?")
			.param(this.work)
			.update();
		assertThat(open(UUID.randomUUID(), 300)).isInstanceOf(Opened.class);
		assertThat(this.calls.open(new CallRequest(UUID.randomUUID(), "extract", "another-" + this.tenant, ASK,
				DailyBudget.of("extract", 300))))
			.isInstanceOf(Opened.class);
		assertThat(this.calls
			.open(new CallRequest(UUID.randomUUID(), "reflect", this.tenant, ASK, DailyBudget.of("reflect", 300))))
			.isInstanceOf(Opened.class);
	}

	@Test
	void cutsTheCallsUnderWay() throws InterruptedException {
		Thread[] handler = new Thread[1];
		ModelResult[] result = new ModelResult[1];
		this.model.on(ModelRole.EXTRACTOR, (request) -> {
			this.calls.cut();
			return Thread.interrupted() ? new ModelResult.Cut(ScriptedModel.ESTIMATE) : ScriptedModel.said("not cut");
		});
		Opened call = opened();
		handler[0] = Thread.ofVirtual().start(() -> result[0] = this.calls.ask(call));
		handler[0].join();
		assertThat(result[0]).isInstanceOf(ModelResult.Cut.class);
		assertThat(handler[0].isInterrupted()).isFalse();
	}

	@Test
	void showsAnOperationToItsTenantAloneAndErasesItsInputAtTheEnd() {
		BackgroundOperation operation = begin();
		assertThat(this.operations.find("somebody else", operation.id())).isEmpty();
		assertThat(this.operations.find(this.tenant, operation.id()).orElseThrow().input()).containsEntry("text", "t");
		this.transaction.executeWithoutResult((status) -> this.operations.running(operation.getId())
			.orElseThrow()
			.succeed(List.of("mem_1"), ScriptedModel.USED, this.clock.instant()));
		assertThat(this.operations.running(operation.getId())).isEmpty();
		BackgroundOperation ended = this.operations.find(this.tenant, operation.id()).orElseThrow();
		assertThat(ended.input()).isEmpty();
		assertThat(ended.made()).containsExactly("mem_1");
		assertThat(ended.used()).isEqualTo(scaled(ScriptedModel.USED));
	}

	@Test
	void erasesWhatIsOldAndHasEnded() {
		BackgroundOperation running = begin();
		BackgroundOperation ended = begin();
		this.transaction.executeWithoutResult((status) -> this.operations.running(ended.getId())
			.orElseThrow()
			.succeed(List.of(), ModelUsage.NONE, this.clock.instant()));
		close(opened(), ScriptedModel.said("done"));
		opened();
		this.retention.run();
		assertThat(outcomes()).hasSize(2);
		this.jdbc
			.sql("update operation set created_at = created_at - interval '40' day, finished_at = finished_at"
					+ " - interval '40' day")
			.update();
		this.jdbc.sql("update model_call set opened_at = opened_at - interval '40' day").update();
		this.retention.run();
		assertThat(this.operations.find(this.tenant, ended.id())).isEmpty();
		assertThat(this.operations.find(this.tenant, running.id())).isPresent();
		assertThat(outcomes()).containsExactly((String) null);
	}

	@Test
	void keepsWhyAnOperationFailed() {
		BackgroundOperation operation = begin();
		OperationError error = new OperationError("model-unavailable", "It is away");
		this.transaction.executeWithoutResult((status) -> this.operations.running(operation.getId())
			.orElseThrow()
			.fail(error, ModelUsage.NONE, this.clock.instant()));
		BackgroundOperation ended = this.operations.find(this.tenant, operation.id()).orElseThrow();
		assertThat(ended.state()).isEqualTo(OperationState.FAILED);
		assertThat(ended.error()).isEqualTo(error);
	}

	private BackgroundOperation begin() {
		return Objects.requireNonNull(this.transaction
			.execute((status) -> this.operations.begin(this.tenant, "memory.infer", Map.of("text", "t"))));
	}

	private Opened opened() {
		return (Opened) open(MILLION);
	}

	private CallOpening open(long dailyTokens) {
		return open(this.work, dailyTokens);
	}

	private CallOpening open(UUID id, long dailyTokens) {
		return this.calls
			.open(new CallRequest(id, "extract", this.tenant, ASK, DailyBudget.of("extract", dailyTokens)));
	}

	private boolean close(Opened call, ModelResult result) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> this.calls.close(call, result)));
	}

	private List<@Nullable String> outcomes() {
		return this.jdbc.sql("select outcome from model_call where work_id = ? order by number")
			.param(this.work)
			.query(String.class)
			.list();
	}

	/** As the database gives it back. */
	private static ModelUsage scaled(ModelUsage usage) {
		return new ModelUsage(usage.calls(), usage.inputTokens(), usage.outputTokens(), usage.costUsd().setScale(10));
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Scripted {

		@Bean
		@Primary
		ScriptedModel scriptedModel() {
			return new ScriptedModel();
		}

	}

}
