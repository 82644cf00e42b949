package dev.babyagi.arithmetic;

import dev.babyagi.tool.ToolResult;

/**
 * An expression has no value. The message says what was wanted, what was found and what
 * to do; it leaves the calculator as a {@link ToolResult.Failure}.
 */
public final class NotCalculable extends RuntimeException {

	NotCalculable(String message) {
		// Thrown for control, at a known place: a stack trace would only cost time.
		super(message, null, false, false);
	}

}
