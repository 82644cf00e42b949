package dev.babyagi.tool;

import tools.jackson.databind.JsonNode;

/**
 * An act that needs no model. Adding a tool is adding one component that implements this.
 */
public interface Tool {

	/** The name a plan calls it by: lower-case letters, digits and underscores. */
	String name();

	/** What it does, in a sentence or two that a planner reads. */
	String description();

	/** The JSON Schema of its inputs. */
	JsonNode inputSchema();

	ToolRisk risk();

	/**
	 * Carries the tool out. Inputs have been validated against the schema. Expected
	 * failures are a {@link ToolResult.Failure}, never an exception.
	 */
	ToolResult use(JsonNode inputs);

}
