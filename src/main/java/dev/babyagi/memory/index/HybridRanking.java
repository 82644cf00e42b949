package dev.babyagi.memory.index;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * Ranks candidates: the score of BM25 and the cosine, each from the least to the greatest
 * among the candidates as 0 to 1, count half each. Words count less if even the best
 * candidate matches few of them: the greatest of small scores says little. What is newer
 * or more important comes first among equals.
 */
final class HybridRanking {

	/**
	 * The share of the cue's words, each with its weight, from which on words count
	 * fully.
	 */
	private static final double ENOUGH = 0.3;

	private static final double TIE_BREAKER = 0.05;

	private static final double GREATEST = 1 + 2 * TIE_BREAKER;

	/** In microseconds. */
	private static final double HALF_LIFE = TimeUnit.DAYS.toMicros(30);

	private HybridRanking() {
	}

	/**
	 * Sets the score of each candidate.
	 * @param greatest the greatest score that BM25 could give
	 * @param now in microseconds
	 */
	static void rank(List<RetrievalCandidate> candidates, double greatest, long now) {
		boolean dense = candidates.stream().anyMatch((candidate) -> candidate.vector() != null);
		Scale words = Scale.of(candidates, RetrievalCandidate::words);
		double weight = (greatest > 0) ? Math.min(1, words.greatest() / (ENOUGH * greatest)) : 0;
		Scale cosines = Scale.of(candidates.stream().filter((candidate) -> candidate.vector() != null).toList(),
				RetrievalCandidate::cosine);
		for (RetrievalCandidate candidate : candidates) {
			double bm25 = words.at(candidate.words());
			double near = (candidate.vector() != null) ? cosines.at(candidate.cosine()) : 0;
			double fit = dense ? (weight * bm25 + near) / 2 : bm25;
			double recency = recency(candidate.validFrom(), now);
			double ties = TIE_BREAKER * recency + TIE_BREAKER * candidate.importance();
			candidate.rank(bm25, near, recency, (fit + ties) / GREATEST);
		}
	}

	static double recency(long validFrom, long now) {
		return Math.pow(2, -Math.max(0.0, (double) now - validFrom) / HALF_LIFE);
	}

	/**
	 * From the least value to the greatest.
	 *
	 * @param least becomes 0
	 * @param greatest becomes 1
	 */
	private record Scale(double least, double greatest) {

		static Scale of(List<RetrievalCandidate> candidates, ToDoubleFunction<RetrievalCandidate> value) {
			return new Scale(candidates.stream().mapToDouble(value).min().orElse(0),
					candidates.stream().mapToDouble(value).max().orElse(0));
		}

		/** If all are the same, they are all the greatest, unless that is nothing. */
		double at(double value) {
			if (this.greatest > this.least) {
				return (value - this.least) / (this.greatest - this.least);
			}
			return (value > 0) ? 1 : 0;
		}

	}

}
