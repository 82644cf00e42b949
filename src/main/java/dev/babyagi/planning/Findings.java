package dev.babyagi.planning;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Faults and warnings, as they are found.
 */
final class Findings {

	/** Names in a reply may be as long as the reply. */
	private static final int MAX_ID = 60;

	private static final int MAX_MESSAGE = 400;

	private final List<Fault> faults = new ArrayList<>();

	private final List<String> warnings = new ArrayList<>();

	void fault(@Nullable String taskId, String field, String message) {
		this.faults.add(new Fault((taskId != null) ? cut(taskId, MAX_ID) : null, field, cut(message, MAX_MESSAGE)));
	}

	void warn(String warning) {
		this.warnings.add(cut(warning, MAX_MESSAGE));
	}

	private static String cut(String text, int length) {
		return (text.length() <= length) ? text : Window.cut(text, length / 3);
	}

	List<Fault> faults() {
		return this.faults;
	}

	List<String> warnings() {
		return this.warnings;
	}

}
