package dev.babyagi.planning;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Faults and warnings, as they are found.
 */
final class Findings {

	private final List<Fault> faults = new ArrayList<>();

	private final List<String> warnings = new ArrayList<>();

	void fault(@Nullable String taskId, String field, String message) {
		this.faults.add(new Fault(taskId, field, message));
	}

	void warn(String warning) {
		this.warnings.add(warning);
	}

	List<Fault> faults() {
		return this.faults;
	}

	List<String> warnings() {
		return this.warnings;
	}

}
