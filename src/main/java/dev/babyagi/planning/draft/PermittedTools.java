package dev.babyagi.planning.draft;

import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import dev.babyagi.plan.References;
import dev.babyagi.tool.Tool;
import dev.babyagi.tool.ToolCatalogue;

/**
 * The tools that a plan may use.
 *
 * @param catalogue checks their inputs
 * @param tools the tools, by name
 */
public record PermittedTools(ToolCatalogue catalogue, List<Tool> tools) {

	public boolean isEmpty() {
		return this.tools.isEmpty();
	}

	public Optional<Tool> find(String name) {
		return this.tools.stream().filter((tool) -> tool.name().equals(name)).findFirst();
	}

	public List<String> names() {
		return this.tools.stream().map(Tool::name).toList();
	}

	/**
	 * Returns the permitted name that a planner meant: the only one that is at most two
	 * letters off, else the name as it was written.
	 */
	public String meant(String written) {
		if (names().contains(written)) {
			return written;
		}
		List<String> near = names().stream().filter((name) -> EditDistance.atMost(2, written, name)).toList();
		return (near.size() == 1) ? near.getFirst() : written;
	}

	/**
	 * Returns what is wrong with the inputs of a tool, as far as that is known before
	 * references are resolved.
	 */
	public List<String> misfits(Tool tool, JsonNode inputs) {
		return this.catalogue.misfits(tool, inputs, (value) -> !References.tasksIn(value).isEmpty());
	}

}
