package dev.babyagi.lesson;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.babyagi.experiment.MeasuredEffect;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fear: a lesson that has become wrong stays in prompts, or one that is right goes
 * because of a few bad answers.
 */
class RetirementRuleTests {

	@Test
	void retiresALessonThatDoesHarm() {
		MeasuredEffect effect = effect(1, 10, 9, 10);
		assertThat(RetirementRule.reason(lesson(ReplayTally.NONE), effect, latest(1, 9)))
			.hasValueSatisfying((why) -> assertThat(why).contains("1 of 10 right", "9 of 10"));
	}

	@Test
	void keepsALessonWithoutEnoughRunsInBothArms() {
		assertThat(RetirementRule.reason(lesson(ReplayTally.NONE), effect(0, 4, 9, 9), latest(0, 4))).isEmpty();
	}

	@Test
	void retiresALessonThatHasStoppedBeingRight() {
		Lesson lesson = lesson(new ReplayTally(10, 9, 9, 0));
		assertThat(RetirementRule.reason(lesson, effect(10, 14, 0, 0), latest(10, 4))).isEmpty();
		assertThat(RetirementRule.reason(lesson, effect(10, 15, 0, 0), latest(5, 5)))
			.hasValueSatisfying((why) -> assertThat(why).contains("stopped being right", "0 of the last 5"));
	}

	@Test
	void sparesALessonOfWhichMostlyComplaintsAreHeard() {
		Lesson lesson = lesson(new ReplayTally(10, 10, 10, 0));
		MeasuredEffect effect = new MeasuredEffect(new MeasuredEffect.Arm(5, 0, 1000), new MeasuredEffect.Arm(0, 0, 0));
		assertThat(RetirementRule.reason(lesson, effect, latest(0, 5))).isEmpty();
	}

	@Test
	void keepsALessonThatWasNeverVeryGood() {
		Lesson lesson = lesson(new ReplayTally(10, 4, 4, 0));
		assertThat(RetirementRule.reason(lesson, effect(8, 24, 0, 0), latest(6, 4))).isEmpty();
	}

	private static Lesson lesson(ReplayTally tally) {
		Lesson lesson = new Lesson(UUID.randomUUID(), "default", UUID.randomUUID(), new LessonText("t", "w", "", "c"),
				null, Instant.EPOCH);
		lesson.replayed(tally, Instant.EPOCH);
		return lesson;
	}

	private static MeasuredEffect effect(int right, int runs, int rightWithout, int runsWithout) {
		return new MeasuredEffect(new MeasuredEffect.Arm(runs, right, 0),
				new MeasuredEffect.Arm(runsWithout, rightWithout, 0));
	}

	/** The latest uses: wrong ones come last. */
	private static List<Boolean> latest(int right, int wrong) {
		return Stream.concat(Collections.nCopies(wrong, false).stream(), Collections.nCopies(right, true).stream())
			.toList();
	}

}
