package dev.babyagi.memory.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a cue that are searched for. Of a long cue the rarest are taken.
 *
 * @param terms the terms, each with its weight
 */
record CueTerms(List<Weighted> terms) {

	/** Each term costs time, and a cue may be a whole document. */
	static final int MOST = 64;

	private static final int LONGEST_CUE = 8000;

	static CueTerms of(IndexSearcher searcher, String text) throws IOException {
		List<Weighted> terms = new ArrayList<>();
		for (Term term : TextAnalysis.terms(text.substring(0, Math.min(text.length(), LONGEST_CUE)))) {
			terms.add(new Weighted(term, idf(searcher, term)));
		}
		terms.sort(Comparator.comparingDouble(Weighted::idf).reversed());
		return new CueTerms(List.copyOf(terms.subList(0, Math.min(MOST, terms.size()))));
	}

	/** The inverse document frequency, as BM25 in Lucene has it. */
	private static double idf(IndexSearcher searcher, Term term) throws IOException {
		@Nullable CollectionStatistics field = searcher.collectionStatistics(term.field());
		long documents = (field != null) ? field.docCount() : 0;
		int with = searcher.getIndexReader().docFreq(term);
		return Math.log(1 + (documents - with + 0.5) / (with + 0.5));
	}

	boolean isEmpty() {
		return this.terms.isEmpty();
	}

	/** The greatest score that BM25 could give. */
	double greatest() {
		return this.terms.stream().mapToDouble(Weighted::idf).sum();
	}

	Query query(Query filter) {
		BooleanQuery.Builder query = new BooleanQuery.Builder();
		this.terms.forEach((term) -> query.add(new TermQuery(term.term()), Occur.SHOULD));
		return query.add(filter, Occur.FILTER).setMinimumNumberShouldMatch(1).build();
	}

	@Override
	public String toString() {
		return this.terms.stream().map((term) -> term.term().text()).collect(Collectors.joining(" "));
	}

	/**
	 * A term.
	 *
	 * @param term field and text
	 * @param idf its inverse document frequency
	 */
	record Weighted(Term term, double idf) {

	}

}
