package dev.babyagi.tool;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which tools an objective may use.
 *
 * @param names the tools allowed by name; {@code null} allows every tool labelled
 * {@link ToolRisk#PURE}, an empty list allows none
 */
public record ToolPermission(@Nullable List<String> names) {

	/** Every pure tool. */
	public static final ToolPermission PURE_ONLY = new ToolPermission(null);

	public ToolPermission {
		names = (names != null) ? List.copyOf(names) : null;
	}

	public boolean allows(Tool tool) {
		return (this.names != null) ? this.names.contains(tool.name()) : tool.risk() == ToolRisk.PURE;
	}

}
