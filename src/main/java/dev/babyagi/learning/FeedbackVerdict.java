package dev.babyagi.learning;

import org.jspecify.annotations.Nullable;

/**
 * Whether an answer was right, as feedback says.
 */
public enum FeedbackVerdict {

	/** It was right. */
	SUCCESS,

	/** It was wrong. */
	FAILURE;

	/**
	 * Reads the verdict of feedback: its rating; without one whether the answer is the
	 * expected one; without that a correction says that it was wrong.
	 * @param answer the answer, or {@code null} if there was none
	 */
	static @Nullable FeedbackVerdict of(FeedbackDraft draft, @Nullable String answer) {
		if (draft.rating() != null && draft.rating() != 0) {
			return (draft.rating() > 0) ? SUCCESS : FAILURE;
		}
		if (draft.expectedOutput() != null) {
			boolean same = answer != null && ExpectedAnswer.matches(draft.expectedOutput(), answer);
			return same ? SUCCESS : FAILURE;
		}
		return (draft.correction() != null) ? FAILURE : null;
	}

}
