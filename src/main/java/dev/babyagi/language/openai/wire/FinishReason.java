package dev.babyagi.language.openai.wire;

import java.util.Locale;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * Reads the word that says why a reply ended. OpenAI's reference has four of them; other
 * servers have their own for the same.
 */
final class FinishReason {

	private static final String STOP = "stop";

	private static final Set<String> NATURAL = Set.of("", STOP, "stopped", "stop_sequence", "stop_token", "eos",
			"eos_token", "eot", "end", "end_turn", "end_of_turn", "end_of_text", "endoftext", "complete", "completed",
			"done", "finish", "finished", "normal");

	private static final Set<String> LENGTH = Set.of("length", "max_length", "max_tokens", "max_new_tokens",
			"max_output_tokens", "model_length", "model_context_window_exceeded", "token_limit");

	private static final Set<String> TOOLS = Set.of("tool_calls", "tool_call", "tool_use", "function_call");

	private static final Set<String> FILTER = Set.of("content_filter", "content_filtered", "safety", "recitation",
			"blocklist", "prohibited_content", "spii", "refusal", "guardrail_intervened", "sensitive");

	private FinishReason() {
	}

	/**
	 * Returns the word of OpenAI's reference. No word at all means a natural end.
	 * @throws WireException if the word is unknown; its fault names it
	 */
	static String regular(JsonNode given) {
		String word = given.isString() ? given.stringValue().strip() : "";
		String known = word.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
		if (NATURAL.contains(known)) {
			return STOP;
		}
		if (LENGTH.contains(known)) {
			return "length";
		}
		if (TOOLS.contains(known)) {
			return "tool_calls";
		}
		if (FILTER.contains(known)) {
			return "content_filter";
		}
		String reason = "The model endpoint ended the reply with the unknown finish_reason"
				+ ProviderWord.quoted(word).orElse("");
		throw new WireException(new EndpointFault.Rejected(reason, word.hashCode(), true));
	}

}
