package dev.babyagi.tool;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The tools there are.
 */
@Component
public class ToolCatalogue {

	private final ToolSchemas schemas = new ToolSchemas();

	private final List<Tool> tools;

	ToolCatalogue(List<Tool> tools) {
		this.tools = tools.stream().sorted(Comparator.comparing(Tool::name)).toList();
	}

	/** Every tool, by name. */
	public List<Tool> tools() {
		return this.tools;
	}

	/** The tools that a permission allows, by name. */
	public List<Tool> permitted(ToolPermission permission) {
		return this.tools.stream().filter(permission::allows).toList();
	}

	public Optional<Tool> find(String name) {
		return this.tools.stream().filter((tool) -> tool.name().equals(name)).findFirst();
	}

	/**
	 * What is wrong with inputs that a tool is about to be used with, each with its JSON
	 * pointer; empty if they fit.
	 */
	public List<String> misfits(Tool tool, JsonNode inputs) {
		return this.schemas.validate(tool, inputs);
	}

	/**
	 * What is wrong with inputs of which some values are not known yet.
	 * @param pending whether a value, or something in it, is not known yet
	 */
	public List<String> misfits(Tool tool, JsonNode inputs, Predicate<JsonNode> pending) {
		return this.schemas.validate(tool, inputs, pending);
	}

}
