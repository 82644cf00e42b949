package dev.babyagi.memory.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.NumericUtils;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * Finds candidates by words and by vectors, and reads what their ranking needs.
 */
final class CandidateSearch {

	/**
	 * So many of each are enough for ten hits: with 100 the time was twice as long and
	 * the recall the same ({@code RecallSpeed}, {@code RetrievalQuality}).
	 */
	static final int ENOUGH = 50;

	private final IndexSearcher searcher;

	private final Query filter;

	private final @Nullable CueVector vector;

	private final int most;

	CandidateSearch(IndexSearcher searcher, Query filter, @Nullable CueVector vector, int limit) {
		this.searcher = searcher;
		this.filter = filter;
		this.vector = vector;
		this.most = Math.max(ENOUGH, limit);
	}

	/**
	 * Finds the candidates.
	 * @param now candidates that expire until then are left out
	 */
	List<RetrievalCandidate> find(CueTerms cue, long now) throws IOException {
		Map<Integer, RetrievalCandidate> candidates = new TreeMap<>();
		if (!cue.isEmpty()) {
			for (ScoreDoc found : this.searcher.search(cue.query(this.filter), this.most).scoreDocs) {
				candidate(candidates, found.doc).matched(found.score);
			}
		}
		if (this.vector != null) {
			Query near = new KnnFloatVectorQuery(this.vector.field(), this.vector.components(), this.most, this.filter);
			for (ScoreDoc found : this.searcher.search(near, this.most).scoreDocs) {
				candidate(candidates, found.doc);
			}
		}
		return read(new ArrayList<>(candidates.values()), now);
	}

	private static RetrievalCandidate candidate(Map<Integer, RetrievalCandidate> candidates, int document) {
		return candidates.computeIfAbsent(document, RetrievalCandidate::new);
	}

	/** Reads candidates in the order of their documents, segment by segment. */
	List<RetrievalCandidate> read(List<RetrievalCandidate> candidates, long now) throws IOException {
		List<LeafReaderContext> leaves = this.searcher.getIndexReader().leaves();
		List<RetrievalCandidate> read = new ArrayList<>();
		int from = 0;
		while (from < candidates.size()) {
			LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(candidates.get(from).document(), leaves));
			int end = leaf.docBase + leaf.reader().maxDoc();
			int to = from;
			while (to < candidates.size() && candidates.get(to).document() < end) {
				to++;
			}
			read(leaf, candidates.subList(from, to), now, read);
			from = to;
		}
		return read;
	}

	private void read(LeafReaderContext leaf, List<RetrievalCandidate> candidates, long now,
			List<RetrievalCandidate> read) throws IOException {
		NumericDocValues validFrom = numbers(leaf, DocumentFields.VALID_FROM);
		NumericDocValues importance = numbers(leaf, DocumentFields.IMPORTANCE);
		NumericDocValues expires = numbers(leaf, DocumentFields.EXPIRES);
		for (RetrievalCandidate candidate : candidates) {
			int document = candidate.document() - leaf.docBase;
			if (expires.advanceExact(document) && expires.longValue() <= now) {
				continue;
			}
			candidate.stored(validFrom.advanceExact(document) ? validFrom.longValue() : 0,
					importance.advanceExact(document) ? NumericUtils.sortableLongToDouble(importance.longValue()) : 0);
			read.add(candidate);
		}
		place(leaf, candidates);
	}

	private static NumericDocValues numbers(LeafReaderContext leaf, String field) throws IOException {
		NumericDocValues single = DocValues.unwrapSingleton(DocValues.getSortedNumeric(leaf.reader(), field));
		return (single != null) ? single : DocValues.emptyNumeric();
	}

	private void place(LeafReaderContext leaf, List<RetrievalCandidate> candidates) throws IOException {
		if (this.vector == null) {
			return;
		}
		FloatVectorValues vectors = leaf.reader().getFloatVectorValues(this.vector.field());
		if (vectors == null) {
			return;
		}
		KnnVectorValues.DocIndexIterator at = vectors.iterator();
		for (RetrievalCandidate candidate : candidates) {
			int document = candidate.document() - leaf.docBase;
			if (at.docID() < document) {
				at.advance(document);
			}
			if (at.docID() == document) {
				float[] vector = vectors.vectorValue(at.index()).clone();
				candidate.placed(vector, VectorUtil.dotProduct(vector, this.vector.components()));
			}
		}
	}

}
