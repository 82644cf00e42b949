package dev.babyagi.integration;

import java.util.ArrayList;
import java.util.List;

import org.springframework.util.MimeTypeUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.execution.Artifact;
import dev.babyagi.execution.Artifacts;
import dev.babyagi.reply.DisplayValues;

/**
 * The answer to an objective, with the tasks that support it.
 *
 * @param answer a text; or any JSON, if the media type says so
 * @param mediaType {@code text/plain}, or {@code application/json} for an answer that
 * fits the output schema of the objective
 * @param warnings what a reader should know before relying on it
 * @param claims its statements, with the tasks that support them
 */
public record Answer(JsonNode answer, String mediaType, List<String> warnings, List<Claim> claims) {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	public Answer {
		warnings = List.copyOf(warnings);
		claims = List.copyOf(claims);
	}

	/** Makes an answer that is a text. */
	public static Answer ofText(String text, List<String> warnings, List<Claim> claims) {
		return new Answer(NODES.stringNode(text), MimeTypeUtils.TEXT_PLAIN_VALUE, warnings, claims);
	}

	/** Makes an answer that fits the output schema. */
	public static Answer ofJson(JsonNode json, List<String> warnings, List<Claim> claims) {
		return new Answer(json, MimeTypeUtils.APPLICATION_JSON_VALUE, warnings, claims);
	}

	/** Reads what {@link #toJson} wrote. */
	public static Answer fromJson(JsonNode json) {
		return new Answer(json.path("answer"), json.path("mediaType").asString(), texts(json.path("warnings")),
				json.path("claims").valueStream().map(Claim::fromJson).toList());
	}

	/** The answer as the {@code result} of the HTTP contract. */
	public ObjectNode toJson() {
		ObjectNode json = NODES.objectNode();
		json.set("answer", this.answer);
		json.put("mediaType", this.mediaType);
		this.warnings.forEach(json.putArray("warnings")::add);
		ArrayNode claims = json.putArray("claims");
		this.claims.forEach((claim) -> claims.add(claim.toJson()));
		return json;
	}

	/** Returns the answer with more warnings. */
	public Answer withWarnings(List<String> more) {
		List<String> all = new ArrayList<>(this.warnings);
		more.stream().filter((warning) -> !all.contains(warning)).forEach(all::add);
		return new Answer(this.answer, this.mediaType, all, this.claims);
	}

	/** The answer as text, whatever its media type. */
	public String text() {
		return DisplayValues.text(this.answer);
	}

	/** The answer as the artifact of the task whose children it was joined from. */
	public Artifact artifact() {
		return Artifacts.of(this.answer);
	}

	private static List<String> texts(JsonNode array) {
		return array.valueStream().map(JsonNode::asString).toList();
	}

	/**
	 * One statement of the answer.
	 *
	 * @param text the statement
	 * @param cites the ids of the tasks whose outputs support it
	 */
	public record Claim(String text, List<String> cites) {

		public Claim {
			cites = List.copyOf(cites);
		}

		static Claim fromJson(JsonNode json) {
			return new Claim(json.path("text").asString(), texts(json.path("cites")));
		}

		ObjectNode toJson() {
			ObjectNode json = NODES.objectNode().put("text", this.text);
			this.cites.forEach(json.putArray("cites")::add);
			return json;
		}

	}

}
