package dev.babyagi.memory;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer in the result of an objective, as text.
 */
public final class AnswerText {

	private AnswerText() {
	}

	/**
	 * Returns the answer.
	 * @param result the result as it is stored, or {@code null}
	 * @return the answer, JSON if it is no text; empty if there is none
	 */
	public static String of(@Nullable String result) {
		if (result == null) {
			return "";
		}
		JsonNode answer = JsonMapper.shared().readTree(result).path("answer");
		return answer.isString() ? answer.stringValue() : answer.isMissingNode() ? "" : answer.toString();
	}

}
