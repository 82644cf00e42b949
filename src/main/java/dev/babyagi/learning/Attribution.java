package dev.babyagi.learning;

/**
 * The part of a rating that goes to something that took part in an answer.
 *
 * @param kind what it is
 * @param id its id: of a task within its objective, else as the API shows it
 * @param share from 0 to 1; all shares of one feedback together are 1
 * @param why why it gets this share
 */
public record Attribution(Kind kind, String id, double share, String why) {

	/** What took part in an answer. */
	public enum Kind {

		TASK, LESSON, EXEMPLAR, MEMORY

	}

}
