package dev.babyagi.dataset;

/**
 * What the rows of a dataset are for.
 */
public enum DatasetFormat {

	/** Supervised fine-tuning: conversations with the right reply. */
	SFT,

	/** Preference optimization: a request with a better and a worse reply. */
	PREFERENCE

}
