package dev.babyagi.learning.replay;

import dev.babyagi.lesson.Binomial;
import dev.babyagi.lesson.ReplayTally;

/**
 * What the replays of a candidate decide.
 */
enum Admission {

	/** It becomes active. */
	ADMIT,

	/** It is retired. */
	REFUSE,

	/** It stays a candidate until more can be replayed. */
	WAIT;

	/** With fewer cases nothing is replayed. */
	static final int LEAST = 5;

	/** From here on the sign test decides. */
	static final int ENOUGH = 10;

	private static final double SIGNIFICANT = 0.1;

	/**
	 * With 10 pairs or more the one-sided sign test at 10 %; with 5 to 9 a win and no
	 * loss.
	 */
	static Admission of(ReplayTally tally) {
		if (tally.pairs() >= ENOUGH) {
			double chance = Binomial.atLeast(tally.wins(), tally.wins() + tally.losses(), 0.5);
			return (chance <= SIGNIFICANT) ? ADMIT : REFUSE;
		}
		boolean clear = tally.pairs() >= LEAST && tally.wins() > 0 && tally.losses() == 0;
		return clear ? ADMIT : WAIT;
	}

}
