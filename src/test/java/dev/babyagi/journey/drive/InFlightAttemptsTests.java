package dev.babyagi.journey.drive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.babyagi.execution.Attempt;
import dev.babyagi.execution.AttemptEnd;
import dev.babyagi.execution.AttemptOutcome;
import dev.babyagi.execution.Execution;
import dev.babyagi.execution.JourneyExecutions;
import dev.babyagi.journey.work.PendingAttempt;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.language.ScriptedModel;
import dev.babyagi.objective.JourneyObjectives;
import dev.babyagi.objective.ObjectiveId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link InFlightAttempts}.
 */
@Timeout(30)
class InFlightAttemptsTests {

	private final BlockingQueue<DriverMessage> inbox = new LinkedBlockingQueue<>();

	private final Hand clock = new Hand();

	private final InFlightAttempts attempts = new InFlightAttempts(new ObjectiveId(new UUID(0, 1)), this.inbox::add,
			this.clock);

	private final Execution execution = JourneyExecutions.begin(JourneyObjectives.planned("Anything"));

	/** Lets the stubborn go. */
	private final CountDownLatch released = new CountDownLatch(1);

	@AfterEach
	void tearDown() {
		this.released.countDown();
	}

	@Test
	void reportsTheEndOfEachAttemptAsAMessage() throws InterruptedException {
		AttemptEnd end = AttemptEnd.replied("Paris", ScriptedModel.USED);
		this.attempts.start(attempt(() -> end));
		assertThat(next()).isEqualTo(new DriverMessage.Ended(1, end));
		assertThat(this.attempts.isEmpty()).as("until its driver has heard of it").isFalse();
		this.attempts.ended(1);
		assertThat(this.attempts.isEmpty()).isTrue();
	}

	@Test
	void runsThemSideBySideOnVirtualThreads() throws InterruptedException {
		CountDownLatch both = new CountDownLatch(2);
		Supplier<AttemptEnd> meeting = () -> {
			both.countDown();
			await(both);
			return AttemptEnd.replied(Thread.currentThread().isVirtual() ? "virtual" : "platform", ModelUsage.NONE);
		};
		this.attempts.start(attempt(meeting));
		this.attempts.start(attempt(meeting));
		assertThat(List.of(next(), next())).extracting((message) -> end(message).answer())
			.containsExactly("virtual", "virtual");
	}

	@Test
	void makesAFaultOfTheWorkTheEndOfItsAttempt() throws InterruptedException {
		this.attempts.start(attempt(() -> {
			throw new IllegalStateException("secret");
		}));
		AttemptEnd broken = end(next());
		assertThat(broken.outcome()).isEqualTo(AttemptOutcome.WRONG);
		assertThat(broken.reason()).isEqualTo("An internal fault");
		assertThat(broken.usage()).as("what it used is not known").isEqualTo(ScriptedModel.ESTIMATE);
		this.attempts.start(attempt(() -> {
			throw new StackOverflowError("too deep");
		}));
		assertThat(end(next()).outcome()).isEqualTo(AttemptOutcome.WRONG);
	}

	@Test
	void interruptsWhatIsCut() throws InterruptedException {
		CountDownLatch begun = new CountDownLatch(2);
		this.attempts.start(attempt(() -> untilInterrupted(begun)));
		this.attempts.start(attempt(() -> untilInterrupted(begun)));
		await(begun);
		assertThat(this.attempts.isCut()).isFalse();
		this.attempts.cut();
		assertThat(this.attempts.isCut()).isTrue();
		assertThat(List.of(end(next()).outcome(), end(next()).outcome())).containsOnly(AttemptOutcome.CUT);
		this.attempts.ended(1);
		assertThat(this.attempts.isCut()).isTrue();
		this.attempts.ended(2);
		assertThat(this.attempts.isCut()).as("what is started next is not cut").isFalse();
	}

	@Test
	void cutsNothingWhereNothingIsUnderWay() throws InterruptedException {
		this.attempts.cut();
		assertThat(this.attempts.isCut()).isFalse();
		this.attempts.start(attempt(() -> AttemptEnd.replied("" + Thread.interrupted(), ModelUsage.NONE)));
		assertThat(end(next()).answer()).isEqualTo("false");
	}

	@Test
	void givesUpWhatDoesNotHeedItsCut() throws InterruptedException {
		CountDownLatch begun = new CountDownLatch(1);
		this.attempts.start(attempt(() -> stubborn(begun)));
		await(begun);
		assertThat(this.attempts.giveUp()).as("it was not cut").isEmpty();
		this.attempts.cut();
		this.clock.advance(Duration.ofMillis(1999));
		assertThat(this.attempts.giveUp()).as("it has two seconds").isEmpty();
		this.attempts.cut();
		this.clock.advance(Duration.ofMillis(1));
		assertThat(this.attempts.giveUp()).singleElement().satisfies((message) -> {
			AttemptEnd end = end(message);
			assertThat(end.outcome()).isEqualTo(AttemptOutcome.CUT);
			assertThat(end.usage()).as("it may have used all of it").isEqualTo(ScriptedModel.ESTIMATE);
		});
		assertThat(this.attempts.isEmpty()).isTrue();
		assertThat(this.attempts.giveUp()).as("once").isEmpty();
		assertThat(this.inbox).isEmpty();
	}

	@Test
	void givesUpOnlyTheStubborn() throws InterruptedException {
		CountDownLatch begun = new CountDownLatch(2);
		this.attempts.start(attempt(() -> stubborn(begun)));
		this.attempts.start(attempt(() -> untilInterrupted(begun)));
		await(begun);
		this.attempts.cut();
		assertThat(next()).isInstanceOfSatisfying(DriverMessage.Ended.class,
				(ended) -> this.attempts.ended(ended.attempt()));
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(this.attempts.giveUp()).singleElement()
			.isInstanceOfSatisfying(DriverMessage.Ended.class, (ended) -> assertThat(ended.attempt()).isEqualTo(1));
	}

	private PendingAttempt attempt(Supplier<AttemptEnd> work) {
		Attempt attempt = this.execution.open(ModelRole.PLANNER, null, 1, 1, ScriptedModel.ESTIMATE, this.clock.now);
		return new PendingAttempt(attempt, work, null);
	}

	private DriverMessage next() throws InterruptedException {
		@Nullable DriverMessage message = this.inbox.poll(20, TimeUnit.SECONDS);
		assertThat(message).as("A message").isNotNull();
		return Objects.requireNonNull(message);
	}

	private static AttemptEnd end(DriverMessage message) {
		assertThat(message).isInstanceOf(DriverMessage.Ended.class);
		return ((DriverMessage.Ended) message).end();
	}

	private static AttemptEnd untilInterrupted(CountDownLatch begun) {
		begun.countDown();
		try {
			new CountDownLatch(1).await();
			return AttemptEnd.replied("It was never interrupted", ModelUsage.NONE);
		}
		catch (InterruptedException ex) {
			return AttemptEnd.failed(AttemptOutcome.CUT, "Cut", null, ModelUsage.NONE);
		}
	}

	private AttemptEnd stubborn(CountDownLatch begun) {
		begun.countDown();
		while (this.released.getCount() > 0) {
			await(this.released);
		}
		return AttemptEnd.replied("Nobody waits for it any more", ModelUsage.NONE);
	}

	/** Waits, and heeds no interrupt. */
	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			// Whoever is stubborn goes on.
		}
	}

	/**
	 * A clock that is moved by hand.
	 */
	private static final class Hand extends Clock {

		private Instant now = JourneyObjectives.START;

		void advance(Duration time) {
			this.now = this.now.plus(time);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
