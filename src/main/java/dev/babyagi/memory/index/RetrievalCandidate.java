package dev.babyagi.memory.index;

import org.jspecify.annotations.Nullable;

/**
 * A document that may become a hit, with what is known of it so far. Raw values are
 * filled in by the search, the others by the ranking.
 */
final class RetrievalCandidate {

	private final int document;

	private double words;

	private double cosine;

	private float @Nullable [] vector;

	private long validFrom;

	private double importance;

	private double bm25;

	private double dense;

	private double recency;

	private double score;

	RetrievalCandidate(int document) {
		this.document = document;
	}

	int document() {
		return this.document;
	}

	void matched(double words) {
		this.words = words;
	}

	void stored(long validFrom, double importance) {
		this.validFrom = validFrom;
		this.importance = importance;
	}

	void placed(float[] vector, double cosine) {
		this.vector = vector;
		this.cosine = cosine;
	}

	void rank(double bm25, double dense, double recency, double score) {
		this.bm25 = bm25;
		this.dense = dense;
		this.recency = recency;
		this.score = score;
	}

	void raise(double score) {
		this.score = Math.max(this.score, score);
	}

	/** The score of BM25; 0 if none of its words were matched. */
	double words() {
		return this.words;
	}

	/** How near its vector is, from -1 to 1; 0 if it has none. */
	double cosine() {
		return this.cosine;
	}

	float @Nullable [] vector() {
		return this.vector;
	}

	long validFrom() {
		return this.validFrom;
	}

	double importance() {
		return this.importance;
	}

	double bm25() {
		return this.bm25;
	}

	double dense() {
		return this.dense;
	}

	double recency() {
		return this.recency;
	}

	double score() {
		return this.score;
	}

}
