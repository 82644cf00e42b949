package dev.babyagi.memory.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * A text in the index that is to be embedded.
 *
 * @param id the memory or turn
 * @param owner the memory whose row brings it
 * @param tenant whose it is
 * @param text its words
 */
record PendingText(UUID id, UUID owner, String tenant, String text) {

	static List<PendingText> find(IndexSearcher searcher, int limit) throws IOException {
		TermQuery pending = new TermQuery(new Term(DocumentFields.PENDING, DocumentFields.YES));
		List<PendingText> texts = new ArrayList<>();
		for (ScoreDoc found : searcher.search(pending, limit).scoreDocs) {
			Document document = searcher.storedFields().document(found.doc);
			texts.add(new PendingText(DocumentFields.id(document, DocumentFields.ID),
					DocumentFields.id(document, DocumentFields.OWNER), document.get(DocumentFields.TENANT),
					document.get(DocumentFields.TEXT)));
		}
		return texts;
	}

}
