package dev.babyagi.memory.index;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

import dev.babyagi.memory.MemoryQuery;

/**
 * What a search may find at all: the tenant's, of the right contexts, kinds, trusts and
 * times. It is applied inside the search, to words and to vectors alike.
 */
final class ScopeFilter {

	private ScopeFilter() {
	}

	static Query of(MemoryQuery query, Instant now) {
		BooleanQuery.Builder filter = new BooleanQuery.Builder();
		filter.add(anyOf(DocumentFields.SCOPE, ScopeTerms.of(query)), Occur.FILTER);
		if (!query.kinds().isEmpty()) {
			filter.add(anyOf(DocumentFields.KIND, query.kinds().stream().map(Enum::name).toList()), Occur.FILTER);
		}
		if (!query.trusts().isEmpty()) {
			filter.add(anyOf(DocumentFields.TRUST, query.trusts().stream().map(Enum::name).toList()), Occur.FILTER);
		}
		if (query.from() != null || query.to() != null) {
			filter.add(
					LongPoint.newRangeQuery(DocumentFields.VALID_FROM,
							(query.from() != null) ? DocumentFields.micros(query.from()) : Long.MIN_VALUE,
							(query.to() != null) ? DocumentFields.micros(query.to()) - 1 : Long.MAX_VALUE),
					Occur.FILTER);
		}
		if (!query.includeSuperseded()) {
			// By the minute, so that the filter can be cached; the rest is left out
			// later.
			filter.add(LongPoint.newRangeQuery(DocumentFields.EXPIRES, Long.MIN_VALUE,
					DocumentFields.micros(now.truncatedTo(ChronoUnit.MINUTES))), Occur.MUST_NOT);
		}
		return filter.build();
	}

	private static Query anyOf(String field, Collection<String> values) {
		BooleanQuery.Builder any = new BooleanQuery.Builder();
		values.stream().sorted().forEach((value) -> any.add(new TermQuery(new Term(field, value)), Occur.SHOULD));
		return any.build();
	}

}
