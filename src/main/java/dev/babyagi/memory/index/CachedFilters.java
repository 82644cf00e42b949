package dev.babyagi.memory.index;

import java.io.IOException;
import java.util.concurrent.ForkJoinPool;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryCachingPolicy;
import org.apache.lucene.search.SearcherFactory;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what filters let through of the large segments, as bits. Without it each search
 * would go through all memories of a tenant.
 */
final class CachedFilters extends SearcherFactory {

	/** From this many documents on, the segments are searched side by side. */
	private static final int LARGE = 200_000;

	private static final int MOST_FILTERS = 64;

	private static final long MOST_BYTES = 32L * 1024 * 1024;

	private static final QueryCachingPolicy FILTERS = new QueryCachingPolicy() {
		@Override
		public void onUse(Query query) {
		}

		@Override
		public boolean shouldCache(Query query) {
			return query instanceof BooleanQuery;
		}
	};

	private final LRUQueryCache cache = new LRUQueryCache(MOST_FILTERS, MOST_BYTES);

	@Override
	public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) throws IOException {
		IndexSearcher searcher = new IndexSearcher(reader,
				(reader.maxDoc() > LARGE) ? ForkJoinPool.commonPool() : null);
		searcher.setQueryCache(this.cache);
		searcher.setQueryCachingPolicy(FILTERS);
		return searcher;
	}

}
