package dev.babyagi.execution;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PluralityVoteTests {

	@Test
	void electsWhatTwoOfThreeSay() {
		assertThat(elected("Paris", "Rome", "paris!")).hasValueSatisfying((winner) -> {
			assertThat(winner.artifact().text()).isEqualTo("Paris");
			assertThat(winner.level()).isEqualTo(VerificationLevel.VOTE);
		});
	}

	@Test
	void takesEqualNumbersForOne() {
		List<CheckedAnswer> answers = List.of(passed(TaskFixtures.number("0.50")), passed(TaskFixtures.number("5E-1")),
				passed(TaskFixtures.number("5")));
		assertThat(PluralityVote.decide(answers)).hasValueSatisfying(
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
		CheckedAnswer failed = new CheckedAnswer.Failed("wrong", "Rome");
		assertThat(PluralityVote.decide(List.of(failed, failed, passed(TaskFixtures.text("Oslo"))))).isEmpty();
	}

	@Test
	void keepsAVerdictThatNamesItsGround() {
		CheckedAnswer.Passed range = new CheckedAnswer.Passed(TaskFixtures.number("7"), VerificationLevel.RANGE);
		assertThat(PluralityVote.decide(List.of(range, range, range))).contains(range);
	}

	private static Optional<CheckedAnswer.Passed> elected(String... answers) {
		return PluralityVote
			.decide(Stream.of(answers).<CheckedAnswer>map((answer) -> passed(TaskFixtures.text(answer))).toList());
	}

	private static CheckedAnswer passed(Artifact artifact) {
		return new CheckedAnswer.Passed(artifact, VerificationLevel.NONE);
	}

}
