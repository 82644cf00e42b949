package dev.babyagi.lesson;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * When a lesson is retired by its effect: if it does harm, or if it has stopped being
 * right.
 */
final class RetirementRule {

	/** The latest uses that are compared with what was before. */
	static final int WINDOW = 10;

	/** The fewest labelled runs in each arm before harm is looked for. */
	private static final int LEAST_RUNS = 5;

	/** How improbable the latest uses must be. */
	private static final double IMPROBABLE = 0.01;

	private RetirementRule() {
	}

	/**
	 * Returns why a lesson is to be retired.
	 * @param latest what feedback says of its latest uses, the latest first
	 */
	static Optional<String> reason(Lesson lesson, LessonEffect effect, List<Boolean> latest) {
		return harm(effect).or(() -> change(lesson, effect, latest));
	}

	private static Optional<String> harm(LessonEffect effect) {
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
	 * hundred cases, if it were as good as it was in its replays and in its earlier uses.
	 */
	private static Optional<String> change(Lesson lesson, LessonEffect effect, List<Boolean> latest) {
		for (int size = 1; size <= latest.size(); size++) {
			int right = (int) latest.subList(0, size).stream().filter((success) -> success).count();
			int before = lesson.tally().pairs() + effect.with().runs() - size;
			int rightBefore = lesson.tally().rightWith() + effect.with().successes() - right;
			// Laplace's rule: one more of each, so that it is never certain.
			double expected = (rightBefore + 1.0) / (before + 2.0);
			if (before >= LEAST_RUNS && Binomial.atMost(right, size, expected) < IMPROBABLE) {
				return Optional.of("It has stopped being right: %d of the last %d, before that %d of %d"
					.formatted(right, size, rightBefore, before));
			}
		}
		return Optional.empty();
	}

}
