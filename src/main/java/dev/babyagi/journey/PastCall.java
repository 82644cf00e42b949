package dev.babyagi.journey;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.babyagi.language.ModelRequest;

/**
 * A call of an objective that has ended.
 *
 * @param part what it was for
 * @param taskId the task that it carried out; {@code null} for the plan and the answer of
 * the whole
 * @param request the request, with nothing remembered, said or learned before
 * @param accepted the reply that was accepted, or {@code null} if there is none
 * @param refused replies to the same request that were not accepted, oldest first
 */
public record PastCall(Part part, @Nullable String taskId, ModelRequest request, @Nullable String accepted,
		List<String> refused) {

	public PastCall {
		refused = List.copyOf(refused);
	}

	/** What a call is for. */
	public enum Part {

		/** The first plan. */
		PLAN,

		/** The one call that answers an objective. */
		DIRECT,

		/** A task of a plan. */
		TASK,

		/** The answer, made of the outputs of tasks. */
		JOIN

	}

}
