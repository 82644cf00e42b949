package dev.babyagi.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.babyagi.experiment.BinomialTail;

/**
 * The same questions asked under one condition and another.
 */
final class PairedRuns {

	private final List<Boolean> right = new ArrayList<>();

	void add(boolean answeredRight) {
		this.right.add(answeredRight);
	}

	/** A line of a table: how many were right, and which pairs differ from a baseline. */
	String line(String condition, PairedRuns baseline) {
		int won = 0;
		int lost = 0;
		for (int index = 0; index < this.right.size(); index++) {
			won += (this.right.get(index) && !baseline.right.get(index)) ? 1 : 0;
			lost += (!this.right.get(index) && baseline.right.get(index)) ? 1 : 0;
		}
		double points = 100.0 * (won - lost) / this.right.size();
		double chance = Math.min(1, 2 * BinomialTail.atLeast(Math.max(won, lost), won + lost, 0.5));
		return String.format(Locale.ROOT, "%-22s%5d of %d right (%.1f %%), %+.1f points, pairs won %d, lost %d, p %.2g",
				condition, count(), this.right.size(), 100.0 * count() / this.right.size(), points, won, lost, chance);
	}

	/** The share of right answers, in per cent. */
	double percent() {
		return 100.0 * count() / this.right.size();
	}

	int size() {
		return this.right.size();
	}

	private long count() {
		return this.right.stream().filter((one) -> one).count();
	}

}
