package dev.babyagi.lesson;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.babyagi.experiment.BinomialTail;
import dev.babyagi.experiment.LiftInterval;
import dev.babyagi.experiment.MeasuredEffect;

/**
 * When a lesson is retired by its effect: if it does harm, or if it has stopped being
 * right.
 */
final class RetirementRule {

	/** How many of the latest uses are compared with what was before. */
	private static final List<Integer> WINDOWS = List.of(5, 10);

	/** The most of them. */
	static final int WINDOW = 10;

	/** The fewest labelled runs in each arm before harm is looked for. */
	private static final int LEAST_RUNS = 5;

	/** How improbable the latest uses must be. */
	private static final double IMPROBABLE = 0.001;

	private RetirementRule() {
	}

	/**
	 * Returns why a lesson is to be retired.
	 * @param latest what feedback says of its latest uses, the latest first
	 */
	static Optional<String> reason(Lesson lesson, MeasuredEffect effect, List<Boolean> latest) {
		return harm(effect).or(() -> change(lesson, effect, latest));
	}

	private static Optional<String> harm(MeasuredEffect effect) {
		boolean enough = effect.with().runs() >= LEAST_RUNS && effect.without().runs() >= LEAST_RUNS;
		if (!enough || effect.interval().high() >= 0) {
			return Optional.empty();
		}
		return Optional.of(String.format(Locale.ROOT, "Answers were worse with it: %d of %d right, without it %d of %d",
				effect.with().successes(), effect.with().runs(), effect.without().successes(),
				effect.without().runs()));
	}

	/**
	 * Whether so few of its latest uses would be right by chance in less than one of a
	 * thousand cases, if it were as good as it was at least in its replays and in its
	 * earlier uses. It says nothing while most uses have no feedback: who complains is no
	 * sample.
	 */
	private static Optional<String> change(Lesson lesson, MeasuredEffect effect, List<Boolean> latest) {
		return WINDOWS.stream()
			.filter((size) -> size <= latest.size() && effect.with().unlabelled() <= effect.with().runs())
			.flatMap((size) -> change(lesson, effect, latest, size).stream())
			.findFirst();
	}

	private static Optional<String> change(Lesson lesson, MeasuredEffect effect, List<Boolean> latest, int size) {
		int right = (int) latest.subList(0, size).stream().filter((success) -> success).count();
		int before = lesson.tally().pairs() + effect.with().runs() - size;
		int rightBefore = lesson.tally().rightWith() + effect.with().successes() - right;
		if (before < LEAST_RUNS
				|| BinomialTail.atMost(right, size, LiftInterval.wilson(rightBefore, before).low()) >= IMPROBABLE) {
			return Optional.empty();
		}
		return Optional.of("It has stopped being right: %d of the last %d, before that %d of %d".formatted(right, size,
				rightBefore, before));
	}

}
