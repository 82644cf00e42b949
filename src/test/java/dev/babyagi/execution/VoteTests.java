package dev.babyagi.execution;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.babyagi.plan.Task.Expect;

import static org.assertj.core.api.Assertions.assertThat;

class VoteTests {

	@Test
	void electsWhatTwoOfThreeSay() {
		assertThat(elected("Paris", "Rome", "paris!")).hasValueSatisfying((winner) -> {
			assertThat(winner.artifact().text()).isEqualTo("Paris");
			assertThat(winner.level()).isEqualTo(Level.VOTE);
		});
	}

	@Test
	void takesEqualNumbersForOne() {
		List<Checked> answers = List.of(passed(Tasks.number("0.50")), passed(Tasks.number("5E-1")),
				passed(Tasks.number("5")));
		assertThat(Vote.decide(answers)).hasValueSatisfying(
				(winner) -> assertThat(winner.artifact().value().decimalValue()).isEqualByComparingTo("0.5"));
	}

	@Test
	void electsNobodyWhenNoTwoAgree() {
		assertThat(elected("Paris", "Rome", "Oslo")).isEmpty();
		assertThat(elected("Paris")).isEmpty();
		assertThat(elected()).isEmpty();
	}

	@Test
	void electsNobodyWhenTwoAnswersHaveAsManyVotes() {
		assertThat(elected("a", "b", "a", "b")).isEmpty();
	}

	@Test
	void givesFailedAnswersNoVote() {
		Checked failed = new Checked.Failed("wrong", "Rome");
		assertThat(Vote.decide(List.of(failed, failed, passed(Tasks.text("Oslo"))))).isEmpty();
	}

	@Test
	void keepsAVerdictThatNamesItsGround() {
		Checked.Passed range = new Checked.Passed(Tasks.number("7"), Level.RANGE);
		assertThat(Vote.decide(List.of(range, range, range))).contains(range);
	}

	@Test
	void suitsShortAnswersOnly() {
		assertThat(Vote.suits(Tasks.think(Expect.NUMBER))).isTrue();
		assertThat(Vote.suits(Tasks.think(Expect.TEXT))).isFalse();
		assertThat(Vote.suits(Tasks.think(new Expect(Expect.Type.TEXT, null, null, 40)))).isTrue();
		assertThat(Vote.suits(Tasks.think(new Expect(Expect.Type.TEXT, null, null, 4000)))).isFalse();
	}

	private static Optional<Checked.Passed> elected(String... answers) {
		return Vote.decide(Stream.of(answers).<Checked>map((answer) -> passed(Tasks.text(answer))).toList());
	}

	private static Checked passed(Artifact artifact) {
		return new Checked.Passed(artifact, Level.NONE);
	}

}
