package dev.babyagi.memory.index;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

import dev.babyagi.memory.MemoryHit;
import dev.babyagi.memory.MemoryQuery;

/**
 * Searches an index: candidates by words and by vectors, ranked together, without those
 * that hardly fit, with the turns beside them, and without repetitions.
 */
final class MemoryRetrieval {

	/**
	 * If even the best candidate fits less, the cue is about something else, and nothing
	 * is found if the query says so. A fit is half the cosine and half the share of the
	 * cue's words that were matched, each word with its weight. Both limits were chosen
	 * on the development set of {@code RetrievalQuality}.
	 */
	static final double LEAST_BEST_FIT = 0.14;

	/** What fits less is left out then. */
	static final double LEAST_FIT = 0.07;

	/**
	 * Without vectors this share of both limits is asked for: a fit has no cosine then,
	 * and of a Chinese cue, which is cut into pairs of characters, few are matched.
	 */
	private static final double WORDS_ALONE = 0.15;

	private MemoryRetrieval() {
	}

	static List<MemoryHit> find(IndexSearcher searcher, MemoryQuery query, @Nullable CueVector vector, Instant now)
			throws IOException {
		long time = DocumentFields.micros(now);
		Query filter = ScopeFilter.of(query, now);
		CueTerms cue = CueTerms.of(searcher, query.text());
		CandidateSearch search = new CandidateSearch(searcher, filter, vector, query.limit());
		List<RetrievalCandidate> candidates = search.find(cue, query.includeSuperseded() ? Long.MIN_VALUE : time);
		HybridRanking.rank(candidates, cue.greatest(), time);
		if (query.abstain()) {
			candidates = fitting(candidates, cue);
		}
		if (query.neighbours()) {
			candidates = new NeighbourTurns(searcher, filter, search).join(candidates, query.limit(), time);
		}
		return hits(searcher, DiverseSelection.of(candidates, query.limit()), now);
	}

	private static List<RetrievalCandidate> fitting(List<RetrievalCandidate> candidates, CueTerms cue) {
		double share = candidates.stream().anyMatch((candidate) -> candidate.vector() != null) ? 1 : WORDS_ALONE;
		if (candidates.stream().noneMatch((candidate) -> fit(candidate, cue) >= share * LEAST_BEST_FIT)) {
			return List.of();
		}
		return candidates.stream().filter((candidate) -> fit(candidate, cue) >= share * LEAST_FIT).toList();
	}

	/** How well a candidate fits, whatever the others do: from 0 to 1. */
	static double fit(RetrievalCandidate candidate, CueTerms cue) {
		double matched = cue.isEmpty() ? 0 : candidate.words() / cue.greatest();
		return (candidate.vector() != null) ? (Math.max(0, candidate.cosine()) + matched) / 2 : matched;
	}

	private static List<MemoryHit> hits(IndexSearcher searcher, List<RetrievalCandidate> selected, Instant now)
			throws IOException {
		StoredFields stored = searcher.storedFields();
		List<MemoryHit> hits = new ArrayList<>();
		for (RetrievalCandidate candidate : selected) {
			hits.add(DocumentFields.hit(stored.document(candidate.document()), candidate, now));
		}
		return hits;
	}

}
