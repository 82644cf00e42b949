package dev.babyagi.dataset;

/**
 * The names of the fields of a preference row. Rows for supervised fine-tuning are the
 * same in both.
 */
public enum RowForm {

	/**
	 * {@code input}, {@code preferred_output} and {@code non_preferred_output}, as in
	 * "Direct preference optimization" of the OpenAI guides.
	 */
	OPENAI,

	/**
	 * {@code prompt}, {@code chosen} and {@code rejected}, as in "Dataset formats and
	 * types" of Hugging Face TRL.
	 */
	TRL

}
