package dev.babyagi.integration;

import java.util.Map;

import dev.babyagi.memory.MemoryHit;

/**
 * What was said and remembered before an objective, for its joining call.
 *
 * @param section one section of the prompt, or an empty text
 * @param memories the memories in it, by the label by which a claim cites them
 */
public record JoinBackground(String section, Map<String, MemoryHit> memories) {

	public static final JoinBackground NONE = new JoinBackground("", Map.of());

	public JoinBackground {
		memories = Map.copyOf(memories);
	}

}
