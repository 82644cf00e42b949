package dev.babyagi.experiment;

/**
 * What something brings, by the feedback on objectives that got it and on objectives that
 * did without.
 *
 * @param with objectives that got it
 * @param without objectives that did without
 */
public record MeasuredEffect(Arm with, Arm without) {

	/** It was never used. */
	public static final MeasuredEffect NONE = new MeasuredEffect(new Arm(0, 0, 0), new Arm(0, 0, 0));

	/** The same with another count for one arm. */
	public MeasuredEffect with(ExperimentArm arm, Arm count) {
		return switch (arm) {
			case WITH -> new MeasuredEffect(count, this.without);
			case WITHOUT -> new MeasuredEffect(this.with, count);
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
