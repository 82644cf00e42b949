package dev.babyagi.planning;

import dev.babyagi.tool.ToolCatalogue;

/**
 * Planning for tests of other packages.
 */
public final class Plannings {

	private Plannings() {
	}

	public static Planning with(ToolCatalogue catalogue) {
		return new Planning(catalogue);
	}

}
