package dev.babyagi.planning.draft;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.babyagi.language.Excerpt;

/**
 * Collects faults and warnings.
 */
public final class ValidationReport {

	/** The longest id in a message; ids in a reply may be very long. */
	private static final int MAX_ID = 60;

	private static final int MAX_MESSAGE = 400;

	private final List<PlanFault> faults = new ArrayList<>();

	private final List<String> warnings = new ArrayList<>();

	public void fault(@Nullable String taskId, String field, String message) {
		this.faults.add(new PlanFault((taskId != null) ? cut(taskId, MAX_ID) : null, field, cut(message, MAX_MESSAGE)));
	}

	public void warn(String warning) {
		this.warnings.add(cut(warning, MAX_MESSAGE));
	}

	private static String cut(String text, int length) {
		return (text.length() <= length) ? text : Excerpt.ends(text, length / 3);
	}

	public List<PlanFault> faults() {
		return this.faults;
	}

	public List<String> warnings() {
		return this.warnings;
	}

}
