package dev.babyagi.planning.draft;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.reply.ExactJson;

/**
 * Gives the fields of a planner's reply the names that were asked for. Models write
 * {@code depends_on} for {@code dependsOn}, and {@code steps} for {@code tasks}.
 */
final class FieldAliases {

	private static final FieldAliases PLAN = new FieldAliases(Map.of("thought", "reasoning|thoughts", "requirements",
			"requirement", "tasks", "steps|subtasks", "final", "conclusion"));

	private static final FieldAliases TASK = new FieldAliases(Map.ofEntries(Map.entry("id", "taskId"),
			Map.entry("instruction", "instructions|description|prompt"), Map.entry("title", "name"),
			Map.entry("dependsOn", "dependencies|depends|dependency|deps|dependentOn|requires|after|prerequisites"),
			Map.entry("covers", "requirements"), Map.entry("inputs", "arguments|args|parameters|input"),
			Map.entry("tool", "toolName"), Map.entry("sideEffect", "sideEffects"),
			Map.entry("expect", "expects|expected")));

	/** Names in lower case without separators, and what they mean. */
	private final Map<String, String> names = new HashMap<>();

	private FieldAliases(Map<String, String> aliases) {
		aliases.forEach((name, others) -> {
			for (String alias : (name + "|" + others).split("\\|", -1)) {
				this.names.put(plain(alias), name);
			}
		});
	}

	static JsonNode plan(JsonNode written) {
		return PLAN.renamed(written);
	}

	static JsonNode task(JsonNode written) {
		return TASK.renamed(written);
	}

	/** A field that has its name already is never replaced by an alias. */
	private JsonNode renamed(JsonNode written) {
		if (!written.isObject()) {
			return written;
		}
		ObjectNode renamed = ExactJson.object();
		written.forEachEntry((name, value) -> {
			String meant = this.names.getOrDefault(plain(name), name);
			if (name.equals(meant) || !(written.has(meant) || renamed.has(meant))) {
				renamed.set(meant, value);
			}
		});
		return renamed;
	}

	private static String plain(String name) {
		return name.replace("_", "").replace("-", "").replace(" ", "").toLowerCase(Locale.ROOT);
	}

}
