package dev.babyagi.tool;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Lists the tools and checks their inputs.
 */
@Component
public class ToolCatalogue {

	private final ToolSchemas schemas = new ToolSchemas();

	private final List<Tool> tools;

	ToolCatalogue(List<Tool> tools) {
		this.tools = tools.stream().sorted(Comparator.comparing(Tool::name)).toList();
	}

	/** Returns every tool, sorted by name. */
	public List<Tool> tools() {
		return this.tools;
	}

	/** Returns the tools that a permission allows, sorted by name. */
	public List<Tool> permitted(ToolPermission permission) {
		return this.tools.stream().filter(permission::allows).toList();
	}

	public Optional<Tool> find(String name) {
		return this.tools.stream().filter((tool) -> tool.name().equals(name)).findFirst();
	}

	/**
	 * Returns what is wrong with inputs that a tool is about to use, each with its JSON
	 * pointer; empty if they fit.
	 */
	public List<String> misfits(Tool tool, JsonNode inputs) {
		return this.schemas.validate(tool, inputs);
	}

	/**
	 * Returns what is wrong with inputs of which some values are not known yet.
	 * @param pending whether a value, or a part of it, is not known yet
	 */
	public List<String> misfits(Tool tool, JsonNode inputs, Predicate<JsonNode> pending) {
		return this.schemas.validate(tool, inputs, pending);
	}

}
