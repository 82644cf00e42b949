package dev.babyagi.tool;

import tools.jackson.databind.JsonNode;

/**
 * Something that the service can do without a model. To add a tool, add a component that
 * implements this interface.
 */
public interface Tool {

	/** Returns the name in plans: lower-case letters, digits and underscores. */
	String name();

	/** Says what the tool does, in one or two sentences that a planner reads. */
	String description();

	/** Returns the JSON Schema of the inputs. */
	JsonNode inputSchema();

	ToolRisk risk();

	/**
	 * Uses the tool. The inputs have been validated against the schema. An expected
	 * failure is returned as {@link ToolResult.Failure} and never thrown.
	 */
	ToolResult use(JsonNode inputs);

}
