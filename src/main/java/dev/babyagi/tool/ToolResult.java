package dev.babyagi.tool;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The result of using a tool.
 */
public sealed interface ToolResult {

	/**
	 * The tool worked.
	 *
	 * @param value the value that other tasks refer to; its numbers may have more digits
	 * than the text shows
	 * @param text the value as it is shown
	 * @param exact the number as a fraction of the calculator, such as {@code 1/3}, or
	 * {@code null} if it is not known exactly
	 */
	record Output(JsonNode value, String text, @Nullable String exact) implements ToolResult {

		public Output(JsonNode value, String text) {
			this(value, text, null);
		}

	}

	/**
	 * The tool failed, and would fail again with the same inputs.
	 *
	 * @param reason what was expected, what was found, and what to do
	 */
	record Failure(String reason) implements ToolResult {

	}

}
