package dev.babyagi.operation.web;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.babyagi.language.ModelUsage;
import dev.babyagi.operation.BackgroundOperation;
import dev.babyagi.operation.OperationError;
import dev.babyagi.operation.OperationState;
import dev.babyagi.web.ProblemBody;
import dev.babyagi.web.ProblemType;

/**
 * An operation in the HTTP API.
 *
 * @param id its id
 * @param kind what is done
 * @param state its state
 * @param made the ids of what it made
 * @param usage what its model calls used, once it has ended
 * @param error why it failed, if it did
 */
@Schema(name = "Operation")
record OperationView(@Schema(example = OperationView.EXAMPLE) String id, @Schema(example = "memory.infer") String kind,
		OperationState state, @Schema(example = "[\"mem_01M88EQ6FJEXDAV3FV4QHVJ051\"]") List<String> made,
		CallsView usage, @Nullable ProblemBody error) {

	static final String EXAMPLE = "opr_01M88EQ6FJEXDAV3FV4QHVJ051";

	static OperationView of(BackgroundOperation operation) {
		return new OperationView(operation.id().toString(), operation.kind(), operation.state(), operation.made(),
				CallsView.of(operation.used()), error(operation));
	}

	private static @Nullable ProblemBody error(BackgroundOperation operation) {
		OperationError error = operation.error();
		if (error == null) {
			return null;
		}
		ProblemType type = Arrays.stream(ProblemType.values())
			.filter((known) -> known.slug().equals(error.type()))
			.findFirst()
			.orElse(ProblemType.INTERNAL);
		return ProblemBody.of(type, error.detail(), OperationController.path(operation.id()));
	}

	/**
	 * What the model calls of an operation used.
	 *
	 * @param modelCalls requests sent
	 * @param inputTokens tokens of prompts
	 * @param outputTokens tokens of replies
	 * @param costUsd US dollars
	 */
	@Schema(name = "OperationUsage")
	record CallsView(@Schema(example = "1") int modelCalls, @Schema(example = "640") long inputTokens,
			@Schema(example = "80") long outputTokens, @Schema(example = "0.0021") BigDecimal costUsd) {

		private static CallsView of(ModelUsage used) {
			BigDecimal cost = used.costUsd().stripTrailingZeros();
			return new CallsView(used.calls(), used.inputTokens(), used.outputTokens(),
					(cost.scale() < 0) ? cost.setScale(0) : cost);
		}

	}

}
