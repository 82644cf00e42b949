package dev.babyagi.execution;

import java.util.Optional;

import dev.babyagi.language.ReplyListener;
import dev.babyagi.objective.ObjectiveId;

/**
 * Those who follow objectives on this replica. A model is asked to stream its reply only
 * while somebody does.
 */
public interface ReplyAudience {

	/**
	 * Returns who gets the text of an attempt while the model writes it, or nothing if
	 * nobody follows the objective here.
	 */
	Optional<ReplyListener> of(ObjectiveId id, String taskId, int attempt);

}
