package dev.babyagi.tool;

import java.util.List;

/**
 * Catalogues to test with.
 */
public final class Catalogues {

	private Catalogues() {
	}

	public static ToolCatalogue of(Tool... tools) {
		return new ToolCatalogue(List.of(tools));
	}

}
