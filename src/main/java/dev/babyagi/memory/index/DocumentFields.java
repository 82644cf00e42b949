package dev.babyagi.memory.index;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.jspecify.annotations.Nullable;

import dev.babyagi.memory.IndexedMemory;
import dev.babyagi.memory.MemoryHit;
import dev.babyagi.memory.MemoryKind;
import dev.babyagi.memory.MemoryTrust;
import dev.babyagi.memory.embedding.CjkText;

/**
 * The fields of a document in the index. They hold all that a hit shows, so that a search
 * reads no row.
 */
final class DocumentFields {

	static final String ID = "id";

	/** The memory whose row brings it. */
	static final String OWNER = "owner";

	static final String TENANT = "tenant";

	static final String SCOPE = "scope";

	static final String KIND = "kind";

	static final String TRUST = "trust";

	static final String CONTEXT = "context";

	static final String OBJECTIVE = "objective";

	static final String TEXT = "text";

	/** The words of the text, as English. */
	static final String WORDS = "words";

	/** The pairs of neighbouring characters, of a text that has CJK characters. */
	static final String BIGRAMS = "bigrams";

	/** In microseconds since 1970, as all times here. */
	static final String VALID_FROM = "validFrom";

	static final String EXPIRES = "expires";

	static final String IMPORTANCE = "importance";

	/** Set while it has no vector of the present model and is to have one. */
	static final String PENDING = "pending";

	static final String YES = "yes";

	private static final String SUPERSEDED = "superseded";

	private DocumentFields() {
	}

	/** The field of the vectors of a model: those of one field are of one length. */
	static String vector(String model, int dimensions) {
		return vectors(model) + dimensions;
	}

	/** What the names of all fields of a model begin with. */
	static String vectors(String model) {
		return "vector:" + model + ":";
	}

	static Document document(MemoryDocument source, @Nullable String model) {
		IndexedMemory memory = source.memory();
		Document document = new Document();
		document.add(new StringField(ID, memory.id().toString(), Store.YES));
		document.add(new StoredField(OWNER, source.owner().toString()));
		document.add(new StoredField(TENANT, memory.tenant()));
		ScopeTerms.of(memory).forEach((term) -> document.add(new StringField(SCOPE, term, Store.NO)));
		document.add(new StringField(KIND, memory.kind().name(), Store.YES));
		document.add(new StringField(TRUST, memory.trust().name(), Store.YES));
		addId(document, CONTEXT, memory.contextId());
		addId(document, OBJECTIVE, memory.objectiveId());
		document.add(new LongField(VALID_FROM, micros(memory.validFrom()), Store.YES));
		if (memory.expiresAt() != null) {
			document.add(new LongField(EXPIRES, micros(memory.expiresAt()), Store.YES));
		}
		document.add(new DoubleField(IMPORTANCE, memory.importance(), Store.YES));
		if (memory.superseded()) {
			document.add(new StoredField(SUPERSEDED, YES));
		}
		addText(document, memory.text());
		addVectors(document, source.vectors());
		if (memory.embedded() && model != null && !source.vectors().containsKey(model)) {
			document.add(new StringField(PENDING, YES, Store.NO));
		}
		return document;
	}

	private static void addId(Document document, String field, @Nullable UUID id) {
		if (id != null) {
			document.add(new StringField(field, id.toString(), Store.YES));
		}
	}

	private static void addText(Document document, String text) {
		document.add(new StoredField(TEXT, text));
		document.add(new TextField(WORDS, text, Store.NO));
		if (CjkText.isIn(text)) {
			document.add(new TextField(BIGRAMS, text, Store.NO));
		}
	}

	private static void addVectors(Document document, Map<String, float[]> vectors) {
		vectors.forEach((model, vector) -> document
			.add(new KnnFloatVectorField(vector(model, vector.length), vector, VectorSimilarityFunction.DOT_PRODUCT)));
	}

	/** The hit that a document is, with the scores of its candidate. */
	static MemoryHit hit(Document document, RetrievalCandidate candidate, Instant now) {
		boolean current = document.get(SUPERSEDED) == null
				&& number(document, EXPIRES).filter((expires) -> expires <= micros(now)).isEmpty();
		return new MemoryHit(id(document, ID), MemoryKind.valueOf(document.get(KIND)),
				MemoryTrust.valueOf(document.get(TRUST)), document.get(TEXT), idOrNull(document, CONTEXT),
				idOrNull(document, OBJECTIVE), instant(number(document, VALID_FROM).orElseThrow()), current,
				candidate.score(), candidate.bm25(), candidate.dense(), candidate.recency(), candidate.importance());
	}

	static UUID id(Document document, String field) {
		return UUID.fromString(document.get(field));
	}

	private static @Nullable UUID idOrNull(Document document, String field) {
		String id = document.get(field);
		return (id != null) ? UUID.fromString(id) : null;
	}

	private static Optional<Long> number(Document document, String field) {
		return Optional.ofNullable(document.getField(field))
			.map((stored) -> Objects.requireNonNull(stored.numericValue()).longValue());
	}

	/** An instant beyond what a number holds becomes the first or last one. */
	static long micros(Instant instant) {
		try {
			return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
		}
		catch (DateTimeException | ArithmeticException ex) {
			return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
		}
	}

	private static Instant instant(long micros) {
		return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
	}

}
