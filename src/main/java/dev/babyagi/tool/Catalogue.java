package dev.babyagi.tool;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * The tools there are.
 */
@Component
public class Catalogue {

	private final List<Tool> tools;

	Catalogue(List<Tool> tools) {
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

}
