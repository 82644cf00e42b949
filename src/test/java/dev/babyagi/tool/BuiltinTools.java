package dev.babyagi.tool;

import java.time.Clock;
import java.util.List;

import dev.babyagi.tool.calculator.Calculator;
import dev.babyagi.tool.datetime.DateTime;

/**
 * The built-in tools, for tests of other packages.
 */
public final class BuiltinTools {

	private BuiltinTools() {
	}

	public static Tool calculator() {
		return new Calculator();
	}

	public static Tool datetime() {
		return new DateTime(Clock.systemUTC());
	}

	public static ToolCatalogue catalogue() {
		return new ToolCatalogue(List.of(datetime(), calculator()));
	}

}
