package dev.babyagi.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * A place in a text where the artifact of a task, or a part of it, is to stand:
 * <code>${t2.output}</code>, <code>${t2.output.rows[0]}</code>.
 *
 * @param taskId the task whose artifact is meant
 * @param path the way into its value; empty for the whole
 */
public record Reference(String taskId, List<Step> path) {

	public Reference {
		path = List.copyOf(path);
	}

	/**
	 * Follows the path into the value of the task.
	 * @param taskValue the value of the whole artifact
	 * @return the part that is meant, or nothing if the value has no such part
	 */
	public Optional<JsonNode> within(JsonNode taskValue) {
		JsonNode part = taskValue;
		for (Step step : this.path) {
			part = step.into(part);
		}
		return part.isMissingNode() ? Optional.empty() : Optional.of(part);
	}

	/** The reference as plans write it. */
	public String text() {
		return "${" + this.taskId + ".output" + this.path.stream().map(Step::text).collect(Collectors.joining()) + "}";
	}

	/**
	 * One step of a path.
	 */
	public sealed interface Step {

		/** The part of a value this step leads to, or a missing node. */
		JsonNode into(JsonNode value);

		/** The step as references write it. */
		String text();

	}

	/**
	 * Into a field of an object.
	 *
	 * @param name its name
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
	 * Into an element of an array.
	 *
	 * @param index its index, from 0
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
