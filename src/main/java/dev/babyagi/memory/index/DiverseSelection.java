package dev.babyagi.memory.index;

import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * Selects by maximal marginal relevance, so that ten hits do not say the same thing ten
 * times (Carbonell and Goldstein, 1998).
 */
final class DiverseSelection {

	private static final double LAMBDA = 0.85;

	private DiverseSelection() {
	}

	/** Returns the selected candidates, best first. */
	static List<RetrievalCandidate> of(List<RetrievalCandidate> candidates, int limit) {
		List<Rated> left = new ArrayList<>(candidates.stream().map(Rated::new).toList());
		List<RetrievalCandidate> selected = new ArrayList<>();
		while (selected.size() < limit) {
			Rated best = best(left);
			if (best == null) {
				break;
			}
			left.remove(best);
			selected.add(best.candidate);
			left.forEach((other) -> other.compare(best.candidate));
		}
		return selected;
	}

	private static @Nullable Rated best(List<Rated> left) {
		Rated best = null;
		for (Rated one : left) {
			if (best == null || one.value() > best.value()) {
				best = one;
			}
		}
		return best;
	}

	/** A candidate, and how like the nearest of the selected ones it is. */
	private static final class Rated {

		private final RetrievalCandidate candidate;

		private double likeness;

		private Rated(RetrievalCandidate candidate) {
			this.candidate = candidate;
		}

		double value() {
			return LAMBDA * this.candidate.score() - (1 - LAMBDA) * this.likeness;
		}

		void compare(RetrievalCandidate selected) {
			float[] one = this.candidate.vector();
			float[] other = selected.vector();
			if (one != null && other != null) {
				this.likeness = Math.max(this.likeness, VectorUtil.dotProduct(one, other));
			}
		}

	}

}
