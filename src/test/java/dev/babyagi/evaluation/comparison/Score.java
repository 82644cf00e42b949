package dev.babyagi.evaluation.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.babyagi.experiment.LiftInterval;

/**
 * What one contestant made of one set of questions.
 */
final class Score {

	private final List<Boolean> right = new ArrayList<>();

	private long calls;

	private long tokens;

	private long nanos;

	void add(List<Boolean> answeredRight, long modelCalls, long modelTokens, long answerNanos) {
		this.right.addAll(answeredRight);
		this.calls += modelCalls;
		this.tokens += modelTokens;
		this.nanos += answerNanos;
	}

	double tokensPerQuestion() {
		return (double) this.tokens / this.right.size();
	}

	/** A line of a table, beside those who answered the same questions. */
	String line(String name, Score direct) {
		int won = 0;
		int lost = 0;
		for (int index = 0; index < this.right.size(); index++) {
			won += (this.right.get(index) && !direct.right.get(index)) ? 1 : 0;
			lost += (!this.right.get(index) && direct.right.get(index)) ? 1 : 0;
		}
		int size = this.right.size();
		int count = (int) this.right.stream().filter((one) -> one).count();
		LiftInterval interval = LiftInterval.wilson(count, size);
		return String.format(Locale.ROOT, "| %s | %d of %d (%.0f %%, %.0f to %.0f) | %d, %d | %.1f | %.0f | %.0f |",
				name, count, size, 100.0 * count / size, 100 * interval.low(), 100 * interval.high(), won, lost,
				(double) this.calls / size, tokensPerQuestion(), this.nanos / 1e6 / size);
	}

}
