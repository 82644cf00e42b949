package dev.babyagi.lesson;

/**
 * What a lesson brings, by the feedback on objectives whose prompts held it and on
 * objectives that did without.
 *
 * @param with objectives whose prompts held it
 * @param without objectives for which it was held out
 */
public record LessonEffect(Arm with, Arm without) {

	/** It was never used. */
	static final LessonEffect NONE = new LessonEffect(new Arm(0, 0, 0), new Arm(0, 0, 0));

	LessonEffect with(LessonArm arm, Arm count) {
		return switch (arm) {
			case WITH -> new LessonEffect(count, this.without);
			case WITHOUT -> new LessonEffect(this.with, count);
		};
	}

	/** The interval of the lift; nothing is known while an arm has no labelled run. */
	public boolean isKnown() {
		return this.with.runs() > 0 && this.without.runs() > 0;
	}

	/** The share of right answers with it less the share without it. */
	public double lift() {
		return this.with.rate() - this.without.rate();
	}

	/** The interval of the lift, with a confidence of 90 %. */
	public LiftInterval interval() {
		return LiftInterval.of(this.with.successes(), this.with.runs(), this.without.successes(), this.without.runs());
	}

	/**
	 * What came of one arm.
	 *
	 * @param runs objectives that feedback labels
	 * @param successes those whose answer was right
	 * @param unlabelled objectives without feedback
	 */
	public record Arm(int runs, int successes, int unlabelled) {

		double rate() {
			return (this.runs > 0) ? (double) this.successes / this.runs : 0;
		}

	}

}
