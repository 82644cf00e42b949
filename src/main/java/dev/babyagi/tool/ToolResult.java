package dev.babyagi.tool;

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
	 */
	record Output(JsonNode value, String text) implements ToolResult {

	}

	/**
	 * The tool failed, and would fail again with the same inputs.
	 *
	 * @param reason what was expected, what was found, and what to do
	 */
	record Failure(String reason) implements ToolResult {

	}

}
