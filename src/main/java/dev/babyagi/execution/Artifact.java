package dev.babyagi.execution;

import tools.jackson.databind.JsonNode;

import dev.babyagi.planning.Task.Expect;

/**
 * What a task produced, usable by the tasks that depend on it.
 *
 * @param type its type
 * @param value the value that references resolve to; a number may carry 50 digits
 * @param text the value as it is shown
 */
public record Artifact(Expect.Type type, JsonNode value, String text) {

}
