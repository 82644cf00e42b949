package dev.babyagi.learning.replay;

import dev.babyagi.experiment.BinomialTail;
import dev.babyagi.lesson.ReplayTally;

/**
 * What the replays of a candidate decide so far.
 */
enum Admission {

	/** It becomes active. */
	ADMIT,

	/** It is retired. */
	REFUSE,

	/** Another case is to be replayed. */
	GO_ON,

	/** It stays a candidate until there are other cases. */
	WAIT;

	/** With fewer cases nothing is replayed. */
	static final int LEAST = 5;

	/** From here on the sign test decides. */
	static final int ENOUGH = 10;

	private static final double SIGNIFICANT = 0.1;

	/**
	 * With 10 pairs or more the one-sided sign test at 10 %. If there are fewer cases,
	 * all of them: a win and no loss. If none of the newest 5 is won, no older one is
	 * tried.
	 * @param tally the pairs so far
	 * @param cases how many cases there are, but for those whose calls failed
	 * @param open how many of them are not replayed yet
	 * @param fresh whether the newest one is among those
	 */
	static Admission of(ReplayTally tally, int cases, int open, boolean fresh) {
		if (cases < LEAST) {
			return WAIT;
		}
		if (tally.pairs() >= ENOUGH) {
			return byTest(tally, open);
		}
		boolean hopeless = tally.pairs() >= LEAST && tally.wins() == 0 && !fresh;
		if (hopeless) {
			return (cases >= ENOUGH) ? REFUSE : WAIT;
		}
		if (open > 0) {
			return GO_ON;
		}
		boolean clear = cases < ENOUGH && tally.wins() > 0 && tally.losses() == 0;
		return clear ? ADMIT : WAIT;
	}

	private static Admission byTest(ReplayTally tally, int open) {
		double chance = BinomialTail.atLeast(tally.wins(), tally.wins() + tally.losses(), 0.5);
		if (tally.wins() > 0 && chance <= SIGNIFICANT) {
			return ADMIT;
		}
		if (tally.wins() <= tally.losses()) {
			return REFUSE;
		}
		return (open > 0) ? GO_ON : WAIT;
	}

}
