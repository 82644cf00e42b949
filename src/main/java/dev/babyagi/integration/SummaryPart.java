package dev.babyagi.integration;

import org.jspecify.annotations.Nullable;

import dev.babyagi.language.ModelRequest;

/**
 * A part of a long output that is summarized by one call.
 *
 * @param taskId the task that has put it out
 * @param number the number of the call among those for the task, from 1
 * @param request the call
 */
public record SummaryPart(String taskId, int number, ModelRequest request) {

	/**
	 * The replies so far.
	 */
	public interface Replies {

		/**
		 * Returns the reply to a part.
		 * @return the reply, an empty text if there will be none, or {@code null} if it
		 * has not come yet
		 */
		@Nullable String of(String taskId, int number);

	}

}
