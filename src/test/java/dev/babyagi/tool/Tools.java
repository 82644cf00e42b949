package dev.babyagi.tool;

/**
 * The built-in tools, for tests of other packages.
 */
public final class Tools {

	private Tools() {
	}

	public static Tool calculator() {
		return new Calculator();
	}

}
