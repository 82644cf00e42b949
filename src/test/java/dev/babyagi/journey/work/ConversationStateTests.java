package dev.babyagi.journey.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.babyagi.execution.Attempt;
import dev.babyagi.execution.AttemptEnd;
import dev.babyagi.execution.AttemptOutcome;
import dev.babyagi.execution.JourneyExecutions;
import dev.babyagi.journey.work.ConversationState.Ended;
import dev.babyagi.journey.work.ConversationState.OurTurn;
import dev.babyagi.journey.work.ConversationState.UnderWay;
import dev.babyagi.journey.work.ConversationState.Waiting;
import dev.babyagi.language.ModelUsage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link ConversationState}.
 */
class ConversationStateTests {

	private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

	@Test
	void beginsWithOurTurn() {
		assertThat(state()).isEqualTo(new OurTurn(List.of()));
	}

	@Test
	void isUnderWayWhileACallIs() {
		assertThat(state(said("a"), JourneyExecutions.open(NOW))).isEqualTo(new UnderWay());
	}

	@Test
	void isOurTurnWithWhatWasSaidSoFarOldestFirst() {
		assertThat(state(said("first"), said("second"))).isEqualTo(new OurTurn(List.of("first", "second")));
		OurTurn turn = new OurTurn(List.of("first", "second"));
		assertThat(turn.rounds()).isEqualTo(2);
		assertThat(turn.last()).isEqualTo("second");
	}

	@Test
	void countsAReplyThatWasOfNoUseAsAnEmptyText() {
		assertThat(state(failed(AttemptOutcome.WRONG), said("second"), failed(AttemptOutcome.WRONG)))
			.isEqualTo(new OurTurn(List.of("", "second", "")));
	}

	@Test
	void countsNeitherWhatWasCutNorWhatDiedWithItsProcessAsARound() {
		assertThat(state(failed(AttemptOutcome.CUT), failed(AttemptOutcome.UNCERTAIN), said("a"),
				failed(AttemptOutcome.UNCERTAIN)))
			.isEqualTo(new OurTurn(List.of("a")));
	}

	@ParameterizedTest
	@EnumSource(names = { "DECLINED", "REFUSED", "FAILED", "FATAL", "OVER_BUDGET" })
	void comesToNothingWithAnOutcomeThatNoFurtherRoundChanges(AttemptOutcome outcome) {
		assertThat(state(said("a"), failed(outcome))).isEqualTo(new Ended(outcome, "Because"));
	}

	@Test
	void comesToNothingWhenThreeProcessesDiedOfIt() {
		Attempt crash = failed(AttemptOutcome.UNCERTAIN);
		assertThat(state(crash, crash)).isInstanceOf(OurTurn.class);
		assertThat(state(crash, said("a"), crash, crash)).isInstanceOfSatisfying(Ended.class, (ended) -> {
			assertThat(ended.outcome()).isEqualTo(AttemptOutcome.UNCERTAIN);
			assertThat(ended.reason()).contains("died 3 times");
		});
	}

	@ParameterizedTest
	@CsvSource({ "1, 5", "2, 10", "3, 20", "4, 40", "5, 60", "6, 60", "100, 60" })
	void waitsLongerTheLongerTheEndpointIsDown(int outages, int seconds) {
		List<Attempt> attempts = Collections.nCopies(outages, failed(AttemptOutcome.UNREACHABLE));
		Instant until = NOW.plusSeconds(seconds);
		assertThat(ConversationState.of(attempts, until.minusMillis(1))).isEqualTo(new Waiting(until));
		assertThat(ConversationState.of(attempts, until)).isEqualTo(new OurTurn(List.of()));
	}

	@Test
	void waitsFromTheLastOutageOn() {
		Attempt later = JourneyExecutions
			.ended(AttemptEnd.failed(AttemptOutcome.UNREACHABLE, "Because", null, ModelUsage.NONE), NOW.plusSeconds(7));
		assertThat(state(failed(AttemptOutcome.UNREACHABLE), later)).isEqualTo(new Waiting(NOW.plusSeconds(17)));
	}

	@Test
	void beginsToWaitAnewOnceTheEndpointHasAnswered() {
		Attempt outage = failed(AttemptOutcome.UNREACHABLE);
		Instant until = NOW.plus(Duration.ofSeconds(5));
		assertThat(state(outage, outage, outage, said("a"), outage)).isEqualTo(new Waiting(until));
		assertThat(ConversationState.of(List.of(outage, said("a"), outage), until))
			.isEqualTo(new OurTurn(List.of("a")));
		assertThat(state(outage, outage, said("a"))).isEqualTo(new OurTurn(List.of("a")));
	}

	/** A state that is nobody's turn and has no end would stand for ever. */
	@Test
	void knowsWhatToDoWithEveryOutcome() {
		List<ConversationState> states = new ArrayList<>();
		Stream.of(AttemptOutcome.values()).forEach((outcome) -> states.add(state(failed(outcome))));
		assertThat(states).hasSameSizeAs(AttemptOutcome.values()).doesNotContain(new UnderWay());
	}

	private static ConversationState state(Attempt... attempts) {
		return ConversationState.of(Arrays.asList(attempts), NOW);
	}

	private static Attempt said(String answer) {
		return JourneyExecutions.ended(AttemptEnd.replied(answer, ModelUsage.NONE), NOW);
	}

	private static Attempt failed(AttemptOutcome outcome) {
		return JourneyExecutions.ended(AttemptEnd.failed(outcome, "Because", null, ModelUsage.NONE), NOW);
	}

}
