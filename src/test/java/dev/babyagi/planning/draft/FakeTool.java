package dev.babyagi.planning.draft;

import tools.jackson.databind.JsonNode;

import dev.babyagi.reply.ExactJson;
import dev.babyagi.tool.Tool;
import dev.babyagi.tool.ToolResult;
import dev.babyagi.tool.ToolRisk;

/**
 * A tool that is only planned with.
 *
 * @param name its name
 * @param risk what it may do
 * @param inputSchema its inputs
 */
public record FakeTool(String name, ToolRisk risk, JsonNode inputSchema) implements Tool {

	/** Looks a city up: <code>{"city": text, "rows": integer}</code>. */
	public static final Tool LOOKUP = new FakeTool("lookup", ToolRisk.PURE,
			"{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"},\"rows\":{\"type\":\"integer\"}},\"required\":[\"city\"]}");

	/** Sends a mail to someone: <code>{"to": text}</code>. */
	public static final Tool MAIL = new FakeTool("send_mail", ToolRisk.ACTS, "{\"type\":\"object\"}");

	FakeTool(String name, ToolRisk risk, String schema) {
		this(name, risk, ExactJson.read(schema));
	}

	/** A pure tool that takes anything. */
	static Tool named(String name) {
		return new FakeTool(name, ToolRisk.PURE, "{}");
	}

	@Override
	public String description() {
		return "Is only planned with.";
	}

	@Override
	public ToolResult use(JsonNode inputs) {
		return new ToolResult.Failure("A fake does nothing");
	}

}
