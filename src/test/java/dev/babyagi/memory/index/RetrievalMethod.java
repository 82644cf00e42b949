package dev.babyagi.memory.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

import dev.babyagi.memory.MemoryHit;
import dev.babyagi.memory.MemoryQuery;

/**
 * Ways to search the same index, side by side.
 */
enum RetrievalMethod {

	BM25 {
		@Override
		List<UUID> find(IndexSearcher searcher, MemoryQuery query, CueVector vector, @Nullable CueVector readable)
				throws IOException {
			return ids(searcher, words(searcher, query));
		}
	},

	DENSE {
		@Override
		List<UUID> find(IndexSearcher searcher, MemoryQuery query, CueVector vector, @Nullable CueVector readable)
				throws IOException {
			return ids(searcher, near(searcher, query, vector));
		}
	},

	/** Cormack et al., 2009, with its k of 60. */
	RRF {
		@Override
		List<UUID> find(IndexSearcher searcher, MemoryQuery query, CueVector vector, @Nullable CueVector readable)
				throws IOException {
			Map<Integer, Double> scores = new HashMap<>();
			for (ScoreDoc[] ranked : List.of(words(searcher, query), near(searcher, query, vector))) {
				for (int rank = 0; rank < ranked.length; rank++) {
					scores.merge(ranked[rank].doc, 1.0 / (60 + rank + 1), Double::sum);
				}
			}
			return ids(searcher,
					scores.entrySet()
						.stream()
						.sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
							.thenComparing(Map.Entry.comparingByKey()))
						.map((entry) -> new ScoreDoc(entry.getKey(), entry.getValue().floatValue()))
						.toArray(ScoreDoc[]::new));
		}
	},

	/** The hits of this service, as many as are asked for. */
	THIS {
		@Override
		List<UUID> find(IndexSearcher searcher, MemoryQuery query, CueVector vector, @Nullable CueVector readable)
				throws IOException {
			return hits(searcher, query, readable);
		}
	},

	/** With neighbours and abstention, as objectives see them. */
	THIS_IN_PROMPTS {
		@Override
		List<UUID> find(IndexSearcher searcher, MemoryQuery query, CueVector vector, @Nullable CueVector readable)
				throws IOException {
			MemoryQuery whole = new MemoryQuery(query.tenant(), query.text(), query.contextId(), query.allContexts(),
					query.kinds(), query.trusts(), query.from(), query.to(), query.limit(), false, true, true);
			return hits(searcher, whole, readable);
		}
	};

	/**
	 * Finds the ids of the best memories.
	 * @param vector of the cue
	 * @param readable the same, or {@code null} if the model cannot read the cue
	 */
	abstract List<UUID> find(IndexSearcher searcher, MemoryQuery query, CueVector vector, @Nullable CueVector readable)
			throws IOException;

	private static ScoreDoc[] words(IndexSearcher searcher, MemoryQuery query) throws IOException {
		CueTerms cue = CueTerms.of(searcher, query.text());
		return cue.isEmpty() ? new ScoreDoc[0]
				: searcher.search(cue.query(filter(query)), CandidateSearch.ENOUGH).scoreDocs;
	}

	private static ScoreDoc[] near(IndexSearcher searcher, MemoryQuery query, CueVector vector) throws IOException {
		Query near = new KnnFloatVectorQuery(vector.field(), vector.components(), CandidateSearch.ENOUGH,
				filter(query));
		return searcher.search(near, CandidateSearch.ENOUGH).scoreDocs;
	}

	private static Query filter(MemoryQuery query) {
		return ScopeFilter.of(query, SampleMemories.NOW);
	}

	private static List<UUID> hits(IndexSearcher searcher, MemoryQuery query, @Nullable CueVector vector)
			throws IOException {
		return MemoryRetrieval.find(searcher, query, vector, SampleMemories.NOW).stream().map(MemoryHit::id).toList();
	}

	private static List<UUID> ids(IndexSearcher searcher, ScoreDoc[] found) throws IOException {
		List<UUID> ids = new ArrayList<>();
		for (ScoreDoc document : found) {
			ids.add(DocumentFields.id(searcher.storedFields().document(document.doc), DocumentFields.ID));
		}
		return ids;
	}

}
