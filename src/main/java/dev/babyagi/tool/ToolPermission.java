package dev.babyagi.tool;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The tools that an objective may use.
 *
 * @param names the names of the allowed tools; {@code null} allows every tool with the
 * risk {@link ToolRisk#PURE}, and an empty list allows none
 */
public record ToolPermission(@Nullable List<String> names) {

	/** Allows every pure tool. */
	public static final ToolPermission PURE_ONLY = new ToolPermission(null);

	public ToolPermission {
		names = (names != null) ? List.copyOf(names) : null;
	}

	public boolean allows(Tool tool) {
		return (this.names != null) ? this.names.contains(tool.name()) : tool.risk() == ToolRisk.PURE;
	}

}
