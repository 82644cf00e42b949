package dev.babyagi.execution;

import tools.jackson.databind.JsonNode;

import dev.babyagi.plan.Task.Expect;
import dev.babyagi.reply.DisplayValues;
import dev.babyagi.reply.ExactJson;

/**
 * Makes artifacts.
 */
public final class Artifacts {

	private Artifacts() {
	}

	/** An artifact of the type that was expected; its text is the value as shown. */
	public static Artifact of(Expect.Type type, JsonNode value) {
		return new Artifact(type, value, DisplayValues.text(value));
	}

	/** An artifact whose type is that of its value. */
	public static Artifact of(JsonNode value) {
		return of(typeOf(value), value);
	}

	/** A text as it is. */
	public static Artifact text(String text) {
		return of(Expect.Type.TEXT, ExactJson.text(text));
	}

	public static Expect.Type typeOf(JsonNode value) {
		return switch (value.getNodeType()) {
			case NUMBER -> Expect.Type.NUMBER;
			case BOOLEAN -> Expect.Type.BOOLEAN;
			case ARRAY -> Expect.Type.LIST;
			case STRING -> Expect.Type.TEXT;
			case OBJECT, NULL, MISSING, BINARY, POJO -> Expect.Type.JSON;
		};
	}

}
