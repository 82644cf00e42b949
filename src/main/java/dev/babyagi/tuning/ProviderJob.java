package dev.babyagi.tuning;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A job as the provider shows it.
 *
 * @param id its id
 * @param status how it stands
 * @param model what was trained, or {@code null}
 * @param error why it failed, or {@code null}
 */
record ProviderJob(String id, Status status, @Nullable String model, @Nullable String error) {

	static ProviderJob of(JsonNode job) {
		return new ProviderJob(job.path("id").asString(""), Status.of(job.path("status").asString("")),
				job.path("fine_tuned_model").asString(null), job.path("error").path("message").asString(null));
	}

	/** How a job stands. */
	enum Status {

		RUNNING, SUCCEEDED, FAILED, CANCELED;

		private static Status of(String word) {
			return switch (word) {
				case "succeeded" -> SUCCEEDED;
				case "failed" -> FAILED;
				case "cancelled", "canceled" -> CANCELED;
				default -> RUNNING;
			};
		}

	}

}
