package dev.babyagi.tool;

import tools.jackson.databind.JsonNode;

/**
 * What came of using a tool.
 */
public sealed interface ToolResult {

	/**
	 * It worked.
	 *
	 * @param value the value that other tasks refer to; numbers may carry more digits
	 * than are shown
	 * @param text the value as it is shown
	 */
	record Output(JsonNode value, String text) implements ToolResult {

	}

	/**
	 * It did not work, and would not if it were tried again with the same inputs.
	 *
	 * @param reason what was wanted, what was found, what to do
	 */
	record Failure(String reason) implements ToolResult {

	}

}
