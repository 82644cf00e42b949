package dev.babyagi.journey;

import java.util.Optional;

import dev.babyagi.language.ModelRequest;

/**
 * One call of an objective that has ended, which can be made again.
 */
public interface ReplayableCall {

	/**
	 * The request, with nothing remembered and nothing said before.
	 * @param lesson a section of the prompt, or an empty text
	 */
	ModelRequest request(String lesson);

	/**
	 * Reads the reply. If it asks for a tool, which is pure, the tool is used.
	 * @return the answer; nothing if the reply is not usable
	 */
	Optional<String> answer(String reply);

	/** The task that it carries out. */
	String taskId();

	/** Whether an answer that was accepted is right, because it was computed again. */
	boolean isRecomputed();

}
