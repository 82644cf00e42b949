package dev.babyagi.learning.web;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.babyagi.experiment.LiftInterval;
import dev.babyagi.experiment.MeasuredEffect;
import dev.babyagi.lesson.Lesson;
import dev.babyagi.lesson.ReplayTally;

/**
 * What a lesson brings.
 *
 * @param lessonId the lesson
 * @param with objectives that got it
 * @param without objectives for which it was held out
 * @param lift the share of right answers with it less the share without it; {@code null}
 * while an arm has no labelled run
 * @param interval the ends of the interval of the lift; {@code null} with it
 * @param confidence the confidence of the interval
 * @param admission what its replays have shown
 */
@Schema(name = "LessonEffect")
record EffectView(@Schema(example = LessonView.EXAMPLE) String lessonId, ArmView with, ArmView without,
		@Nullable @Schema(example = "0.3") Double lift,
		@Nullable @Schema(example = "[0.02, 0.58]") List<Double> interval, @Schema(example = "0.9") double confidence,
		AdmissionView admission) {

	static EffectView of(Lesson lesson, MeasuredEffect effect) {
		ReplayTally tally = lesson.tally();
		return new EffectView(lesson.id().toString(), ArmView.of(effect.with()), ArmView.of(effect.without()),
				lift(effect), interval(effect), LiftInterval.CONFIDENCE,
				new AdmissionView(tally.pairs(), tally.rightWith(), tally.wins(), tally.losses()));
	}

	static @Nullable Double lift(MeasuredEffect effect) {
		return effect.isKnown() ? rounded(effect.lift()) : null;
	}

	static @Nullable List<Double> interval(MeasuredEffect effect) {
		LiftInterval interval = effect.interval();
		return effect.isKnown() ? List.of(rounded(interval.low()), rounded(interval.high())) : null;
	}

	private static double rounded(double share) {
		return Math.round(share * 1000) / 1000.0;
	}

	/**
	 * What came of one arm.
	 *
	 * @param runs objectives that feedback labels
	 * @param successes those whose answer was right
	 * @param unlabelled objectives without feedback
	 */
	@Schema(name = "ExperimentArm")
	record ArmView(@Schema(example = "40") int runs, @Schema(example = "36") int successes,
			@Schema(example = "12") int unlabelled) {

		static ArmView of(MeasuredEffect.Arm arm) {
			return new ArmView(arm.runs(), arm.successes(), arm.unlabelled());
		}

	}

	/**
	 * What replays have shown.
	 *
	 * @param replays stored tasks that were made again, with it and without it
	 * @param rightWith those that were right with it
	 * @param wins those that were right only with it
	 * @param losses those that were right only without it
	 */
	@Schema(name = "LessonAdmission")
	record AdmissionView(@Schema(example = "10") int replays, @Schema(example = "8") int rightWith,
			@Schema(example = "6") int wins, @Schema(example = "1") int losses) {

	}

}
