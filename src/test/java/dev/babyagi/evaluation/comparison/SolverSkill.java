package dev.babyagi.evaluation.comparison;

/**
 * How able the simulated model is. These are all its knobs.
 *
 * @param slips how often one calculation or one look into the notes goes wrong, wherever
 * it is made
 * @param misreads how often one step of a word problem is understood wrongly
 * @param stubborn the share of the mistakes that come again at every try
 * @param invents how often it makes up what no note states
 * @param stale how often it takes the older of two notes that contradict each other
 * @param chooses how often it looks at the limits when it chooses
 */
record SolverSkill(double slips, double misreads, double stubborn, double invents, double stale, double chooses) {

	/** What the figures are measured with. */
	static final SolverSkill USUAL = new SolverSkill(0.05, 0.03, 0.5, 0.4, 0.2, 0.5);

	/** Never wrong. */
	static final SolverSkill FLAWLESS = new SolverSkill(0, 0, 0, 0, 0, 1);

	/** The same with other mistakes in single steps. */
	SolverSkill slipping(double share) {
		return new SolverSkill(share, this.misreads, this.stubborn, this.invents, this.stale, this.chooses);
	}

	/** The same with other mistakes in understanding. */
	SolverSkill misreading(double share) {
		return new SolverSkill(this.slips, share, this.stubborn, this.invents, this.stale, this.chooses);
	}

}
