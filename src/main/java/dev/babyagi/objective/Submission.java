package dev.babyagi.objective;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a client asks for.
 *
 * @param text the objective in the client's words
 * @param context the context it belongs to
 * @param outputSchema the JSON Schema of the answer, as JSON text, or {@code null}
 * @param planning {@code auto}, {@code direct} or {@code plan}
 * @param limits what may be spent
 * @param parallelism tasks that may run at once
 * @param priority 0..9, higher first
 * @param tools the tools allowed by name; {@code null} for every pure tool
 * @param memory what it does with memory
 * @param learning what it has to do with learning
 * @param metadata the client's own names and values
 */
public record Submission(String text, ContextUse context, @Nullable String outputSchema, String planning, Limits limits,
		int parallelism, int priority, @Nullable List<String> tools, MemoryUse memory, LearningUse learning,
		Map<String, String> metadata) {

	public Submission {
		tools = (tools != null) ? List.copyOf(tools) : null;
		metadata = Map.copyOf(metadata);
	}

	/** An objective in a context of its own, with the usual use of memory. */
	public Submission(String text, ContextId contextId, @Nullable String outputSchema, String planning, Limits limits,
			int parallelism, int priority, @Nullable List<String> tools, Map<String, String> metadata) {
		this(text, ContextUse.fresh(contextId), outputSchema, planning, limits, parallelism, priority, tools,
				MemoryUse.USUAL, LearningUse.USUAL, metadata);
	}

}
