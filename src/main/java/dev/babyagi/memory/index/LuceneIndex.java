package dev.babyagi.memory.index;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Lucene index that is open for writing and searching. What is put into it is found
 * after a refresh, and survives this process after a commit.
 */
final class LuceneIndex implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(LuceneIndex.class);

	private static final double BUFFER_MB = 32;

	/**
	 * Half of what Lucene has: a search by vectors costs about as much in each segment,
	 * however small it is.
	 */
	private static final int SEGMENTS_PER_TIER = 4;

	private final Directory directory;

	private final IndexWriter writer;

	private final SearcherManager searchers;

	private LuceneIndex(Directory directory, IndexWriter writer, SearcherManager searchers) {
		this.directory = directory;
		this.writer = writer;
		this.searchers = searchers;
	}

	/**
	 * Opens what is in a folder, or a new index. The checksums of all its files are read.
	 * @throws org.apache.lucene.store.LockObtainFailedException if it is open elsewhere
	 * @throws IOException if a file is missing or damaged
	 */
	static LuceneIndex open(Directory directory) throws IOException {
		IndexWriterConfig config = new IndexWriterConfig(TextAnalysis.analyzer()).setCommitOnClose(false)
			.setRAMBufferSizeMB(BUFFER_MB)
			.setMergeScheduler(new LoggingMergeScheduler())
			.setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(SEGMENTS_PER_TIER))
			.setCodec(WideVectorsFormat.codec());
		IndexWriter writer = new IndexWriter(directory, config);
		try {
			LuceneIndex index = new LuceneIndex(directory, writer, new SearcherManager(writer, new CachedFilters()));
			index.checkIntegrity();
			return index;
		}
		catch (IOException | RuntimeException ex) {
			IOUtils.closeWhileHandlingException(writer::rollback);
			throw ex;
		}
	}

	/**
	 * Reads the checksums of all files.
	 * @throws IOException if one does not fit
	 */
	void checkIntegrity() throws IOException {
		search((searcher) -> {
			for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
				leaf.reader().checkIntegrity();
			}
			return true;
		});
	}

	/** Erases an index, and no other files. Nobody may have it open. */
	static void erase(Directory directory) throws IOException {
		try (var _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
			for (String file : directory.listAll()) {
				if (IndexFileNames.CODEC_FILE_PATTERN.matcher(file).matches()
						|| file.startsWith(IndexFileNames.SEGMENTS)
						|| file.startsWith(IndexFileNames.PENDING_SEGMENTS)) {
					directory.deleteFile(file);
				}
			}
		}
	}

	/**
	 * Puts documents in, in the place of those with the same id.
	 * @param model the present model, or {@code null}
	 */
	void put(Collection<MemoryDocument> documents, @Nullable String model) throws IOException {
		for (MemoryDocument document : documents) {
			this.writer.updateDocument(id(document.memory().id()), DocumentFields.document(document, model));
		}
	}

	void remove(List<UUID> ids) throws IOException {
		this.writer.deleteDocuments(ids.stream().map(LuceneIndex::id).toArray(Term[]::new));
	}

	private static Term id(UUID id) {
		return new Term(DocumentFields.ID, id.toString());
	}

	void refresh() throws IOException {
		this.searchers.maybeRefreshBlocking();
	}

	void commit(Map<String, String> data) throws IOException {
		this.writer.setLiveCommitData(data.entrySet());
		this.writer.commit();
	}

	/** What was said with the last commit. */
	Map<String, String> data() {
		Map<String, String> data = new HashMap<>();
		Iterable<Map.Entry<String, String>> entries = this.writer.getLiveCommitData();
		if (entries != null) {
			entries.forEach((entry) -> data.put(entry.getKey(), entry.getValue()));
		}
		return data;
	}

	<T> T search(IndexSearch<T> search) throws IOException {
		IndexSearcher searcher = this.searchers.acquire();
		try {
			return search.in(searcher);
		}
		finally {
			this.searchers.release(searcher);
		}
	}

	/** Whether a document that is there, or was lately, has a term of a scope. */
	boolean hasAny(String scope) throws IOException {
		Term term = new Term(DocumentFields.SCOPE, scope);
		return search((searcher) -> searcher.getIndexReader().docFreq(term) > 0);
	}

	/** Whether any document has a vector of a model. */
	boolean hasVectors(String model) throws IOException {
		return search((searcher) -> !vectorFields(searcher, model).isEmpty());
	}

	long count() throws IOException {
		return search((searcher) -> (long) searcher.getIndexReader().numDocs());
	}

	long countVectors(String model) throws IOException {
		return search((searcher) -> {
			long count = 0;
			for (String field : vectorFields(searcher, model)) {
				count += searcher.count(new FieldExistsQuery(field));
			}
			return count;
		});
	}

	private static Set<String> vectorFields(IndexSearcher searcher, String model) {
		Set<String> fields = new HashSet<>();
		for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
			for (FieldInfo field : leaf.reader().getFieldInfos()) {
				if (field.hasVectorValues() && field.name.startsWith(DocumentFields.vectors(model))) {
					fields.add(field.name);
				}
			}
		}
		return fields;
	}

	/** Whether the folder still has the file that says that it is open. */
	boolean isThere() throws IOException {
		return List.of(this.directory.listAll()).contains(IndexWriter.WRITE_LOCK_NAME);
	}

	/** Closes it without a commit, whatever state it is in. */
	@Override
	public void close() {
		IOUtils.closeWhileHandlingException(this.searchers, this.writer::rollback);
	}

	/**
	 * Says in one line that a merge failed. The next use of the index meets the cause.
	 */
	private static final class LoggingMergeScheduler extends ConcurrentMergeScheduler {

		@Override
		protected void handleMergeException(Throwable failure) {
			log.warn("Segments of the index of memories could not be merged: {}", failure.toString());
		}

	}

	/**
	 * Searches an index.
	 *
	 * @param <T> what it finds
	 */
	@FunctionalInterface
	interface IndexSearch<T> {

		T in(IndexSearcher searcher) throws IOException;

	}

}
