package dev.babyagi.planning;

import java.util.List;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

import dev.babyagi.reply.ExactJson;
import dev.babyagi.tool.Tool;
import dev.babyagi.tool.ToolCatalogue;
import dev.babyagi.tool.ToolResult;
import dev.babyagi.tool.ToolRisk;

/**
 * Tools to plan with; none does anything.
 */
final class PlanningFixtures {

	static final Tool CALCULATOR = new Named("calculator", ToolRisk.PURE,
			"{\"type\":\"object\",\"properties\":{\"expression\":{\"type\":\"string\"},\"places\":{\"type\":\"integer\"}},\"required\":[\"expression\"],\"additionalProperties\":false}");

	static final Tool DATETIME = new Named("datetime", ToolRisk.PURE,
			"{\"type\":\"object\",\"properties\":{\"operation\":{\"enum\":[\"now\",\"weekday\"]},\"date\":{\"type\":\"string\"}},\"required\":[\"operation\"]}");

	static final Tool MAIL = new Named("send_mail", ToolRisk.ACTS,
			"{\"type\":\"object\",\"properties\":{\"to\":{\"type\":\"string\"}},\"required\":[\"to\"]}");

	private PlanningFixtures() {
	}

	/** Planning with all of them. */
	static Planning planning() {
		return new Planning(catalogue());
	}

	static ToolCatalogue catalogue() {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		List.of(CALCULATOR, DATETIME, MAIL)
			.forEach((tool) -> context.registerBean(tool.name(), Tool.class, () -> tool));
		context.registerBean(ToolCatalogue.class);
		context.refresh();
		return context.getBean(ToolCatalogue.class);
	}

	private record Named(String name, ToolRisk risk, JsonNode inputSchema) implements Tool {

		Named(String name, ToolRisk risk, String schema) {
			this(name, risk, ExactJson.read(schema));
		}

		@Override
		public String description() {
			return "Does what a " + this.name + " does.";
		}

		@Override
		public ToolResult use(JsonNode inputs) {
			return new ToolResult.Output(StringNode.valueOf("used"), "used");
		}

	}

}
