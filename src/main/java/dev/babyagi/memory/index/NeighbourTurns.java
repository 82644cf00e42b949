package dev.babyagi.memory.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TermQuery;

import dev.babyagi.memory.MemoryKind;

/**
 * Brings along the turns before and after those that were found: a question and what it
 * is about often stand in two turns.
 */
final class NeighbourTurns {

	/** A neighbour scores this share of what the turn beside it does. */
	private static final double SHARE = 0.6;

	private static final Set<String> READ = Set.of(DocumentFields.KIND, DocumentFields.CONTEXT);

	private final IndexSearcher searcher;

	private final Query filter;

	private final CandidateSearch search;

	NeighbourTurns(IndexSearcher searcher, Query filter, CandidateSearch search) {
		this.searcher = searcher;
		this.filter = filter;
		this.search = search;
	}

	/**
	 * Adds the neighbours of the best turns.
	 * @param limit of so many
	 * @param now in microseconds
	 */
	List<RetrievalCandidate> join(List<RetrievalCandidate> ranked, int limit, long now) throws IOException {
		Map<Integer, RetrievalCandidate> all = new HashMap<>();
		ranked.forEach((candidate) -> all.put(candidate.document(), candidate));
		Map<Integer, RetrievalCandidate> added = new HashMap<>();
		for (RetrievalCandidate turn : best(ranked, limit)) {
			double score = SHARE * turn.score();
			for (int document : beside(turn)) {
				RetrievalCandidate neighbour = all.computeIfAbsent(document,
						(absent) -> added.computeIfAbsent(absent, RetrievalCandidate::new));
				neighbour.raise(score);
			}
		}
		List<RetrievalCandidate> joined = new ArrayList<>(ranked);
		List<RetrievalCandidate> sorted = new ArrayList<>(added.values());
		sorted.sort(Comparator.comparingInt(RetrievalCandidate::document));
		for (RetrievalCandidate neighbour : this.search.read(sorted, Long.MIN_VALUE)) {
			neighbour.rank(0, 0, HybridRanking.recency(neighbour.validFrom(), now), neighbour.score());
			joined.add(neighbour);
		}
		return joined;
	}

	private static List<RetrievalCandidate> best(List<RetrievalCandidate> ranked, int limit) {
		return ranked.stream()
			.sorted(Comparator.comparingDouble(RetrievalCandidate::score).reversed())
			.limit(limit)
			.toList();
	}

	private List<Integer> beside(RetrievalCandidate turn) throws IOException {
		Document stored = this.searcher.storedFields().document(turn.document(), READ);
		String context = stored.get(DocumentFields.CONTEXT);
		if (context == null || !MemoryKind.TURN.name().equals(stored.get(DocumentFields.KIND))) {
			return List.of();
		}
		List<Integer> beside = new ArrayList<>();
		if (turn.validFrom() > Long.MIN_VALUE) {
			beside.addAll(next(context, Long.MIN_VALUE, turn.validFrom() - 1, true));
		}
		if (turn.validFrom() < Long.MAX_VALUE) {
			beside.addAll(next(context, turn.validFrom() + 1, Long.MAX_VALUE, false));
		}
		return beside;
	}

	private List<Integer> next(String context, long from, long to, boolean last) throws IOException {
		Query turns = new BooleanQuery.Builder().add(this.filter, Occur.FILTER)
			.add(new TermQuery(new Term(DocumentFields.CONTEXT, context)), Occur.FILTER)
			.add(new TermQuery(new Term(DocumentFields.KIND, MemoryKind.TURN.name())), Occur.FILTER)
			.add(LongPoint.newRangeQuery(DocumentFields.VALID_FROM, from, to), Occur.FILTER)
			.build();
		Sort sort = new Sort(new SortedNumericSortField(DocumentFields.VALID_FROM, SortField.Type.LONG, last));
		List<Integer> documents = new ArrayList<>();
		for (ScoreDoc found : this.searcher.search(turns, 1, sort).scoreDocs) {
			documents.add(found.doc);
		}
		return documents;
	}

}
