package dev.babyagi.language;

import tools.jackson.databind.JsonNode;

/**
 * A tool that a request offers to the model. If the model calls it, the text of the reply
 * is the call, as {@code {"tool": ..., "inputs": ...}}.
 *
 * @param name its name
 * @param description what it does, for the model
 * @param inputSchema the JSON Schema of its inputs
 */
public record ToolDefinition(String name, String description, JsonNode inputSchema) {

}
