package dev.babyagi.tool;

import java.time.Duration;
import java.util.List;

/**
 * Catalogues, and the time limit of their tools, to test with.
 */
public final class Catalogues {

	private Catalogues() {
	}

	public static ToolCatalogue of(Tool... tools) {
		return new ToolCatalogue(List.of(tools));
	}

	public static ToolTimeLimit timeLimit(Duration timeout) {
		return new ToolTimeLimit(new ToolSettings(timeout));
	}

}
