package dev.babyagi.objective;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a list of objectives as a client sends them.
 *
 * @param state only objectives in this state
 * @param phase only objectives in this phase
 * @param contextId only objectives of this conversation
 * @param createdAfter only objectives created later than this
 * @param createdBefore only objectives created earlier than this
 */
public record ObjectiveQuery(@Nullable ObjectiveState state, @Nullable ObjectivePhase phase,
		@Schema(description = "The conversation they belong to",
				pattern = ContextId.PATTERN) @Nullable @Pattern(regexp = ContextId.PATTERN) String contextId,
		@Schema(description = "Created later than this instant") @Nullable Instant createdAfter,
		@Schema(description = "Created earlier than this instant") @Nullable Instant createdBefore) {

	/** The beginning of the parameters that are compared with metadata. */
	public static final String METADATA = "metadata.";

	/**
	 * Returns the filter that is asked for.
	 * @param query all parameters of the request, of which those with the prefix
	 * {@link #METADATA} count
	 */
	public ObjectiveFilter filter(Map<String, String> query) {
		ContextId context = (this.contextId != null)
				? WireId.parse("ctx", this.contextId).map(ContextId::new).orElse(null) : null;
		Map<String, String> metadata = new TreeMap<>();
		query.forEach((name, value) -> {
			if (name.startsWith(METADATA)) {
				metadata.put(name.substring(METADATA.length()), value);
			}
		});
		return new ObjectiveFilter(this.state, this.phase, context, this.createdAfter, this.createdBefore, metadata,
				null);
	}

}
