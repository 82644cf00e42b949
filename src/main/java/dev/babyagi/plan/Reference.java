package dev.babyagi.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * A place in a text that is replaced by the artifact of a task, or by a part of it:
 * <code>${t2.output}</code>, <code>${t2.output.rows[0]}</code>.
 *
 * @param taskId the task with the artifact
 * @param path the path into its value; empty for the whole value
 */
public record Reference(String taskId, List<Step> path) {

	public Reference {
		path = List.copyOf(path);
	}

	/**
	 * Follows the path into the value of the task.
	 * @param taskValue the value of the whole artifact
	 * @return the part that the path leads to, or nothing if the value has no such part
	 */
	public Optional<JsonNode> within(JsonNode taskValue) {
		JsonNode part = taskValue;
		for (Step step : this.path) {
			part = step.into(part);
		}
		return part.isMissingNode() ? Optional.empty() : Optional.of(part);
	}

	/** Returns the reference as plans write it. */
	public String text() {
		return "${" + this.taskId + ".output" + this.path.stream().map(Step::text).collect(Collectors.joining()) + "}";
	}

	/**
	 * One step of a path.
	 */
	public sealed interface Step {

		/** Returns the part of a value that this step leads to, or a missing node. */
		JsonNode into(JsonNode value);

		/** Returns the step as references write it. */
		String text();

	}

	/**
	 * A step into a field of an object.
	 *
	 * @param name the name of the field
	 */
	public record Field(String name) implements Step {

		@Override
		public JsonNode into(JsonNode value) {
			return value.path(this.name);
		}

		@Override
		public String text() {
			return ReferenceSyntax.isPlainName(this.name) ? "." + this.name : "[\"" + this.name + "\"]";
		}

	}

	/**
	 * A step into an element of an array.
	 *
	 * @param index the index of the element, from 0
	 */
	public record Index(int index) implements Step {

		@Override
		public JsonNode into(JsonNode value) {
			return value.path(this.index);
		}

		@Override
		public String text() {
			return "[" + this.index + "]";
		}

	}

}
