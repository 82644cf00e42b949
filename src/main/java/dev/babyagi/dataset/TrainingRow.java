package dev.babyagi.dataset;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.reply.ExactJson;

/**
 * A request and a reply to learn from.
 *
 * @param role the role that was asked
 * @param system the instructions
 * @param user what was asked
 * @param better the reply that was accepted, or what it should have been
 * @param worse a reply that was not accepted, or {@code null}
 */
record TrainingRow(DatasetRole role, String system, String user, String better, @Nullable String worse) {

	/** Writes it as a line of JSON; nothing if it has no reply to compare with. */
	Optional<String> line(DatasetFormat format, RowForm form) {
		if (format == DatasetFormat.SFT) {
			return Optional
				.of(ExactJson.write(ExactJson.object().set("messages", asked().add(assistant(this.better)))));
		}
		return Optional.ofNullable(this.worse).map((other) -> ExactJson.write(preference(other, form)));
	}

	private ObjectNode preference(String other, RowForm form) {
		ObjectNode row = ExactJson.object();
		if (form == RowForm.TRL) {
			row.set("prompt", asked());
		}
		else {
			row.putObject("input").set("messages", asked());
		}
		row.putArray((form == RowForm.TRL) ? "chosen" : "preferred_output").add(assistant(this.better));
		row.putArray((form == RowForm.TRL) ? "rejected" : "non_preferred_output").add(assistant(other));
		return row;
	}

	private ArrayNode asked() {
		return ExactJson.NODES.arrayNode().add(message("system", this.system)).add(message("user", this.user));
	}

	private static JsonNode assistant(String text) {
		return message("assistant", text);
	}

	private static ObjectNode message(String role, String content) {
		return ExactJson.object().put("role", role).put("content", content);
	}

}
