package dev.babyagi.planning.fix;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Reference;
import dev.babyagi.plan.References;
import dev.babyagi.plan.Task;

/**
 * Moves dependencies and references from tasks to others, all at once, so that an id that
 * is both old and new is moved once.
 */
public final class TaskRenaming {

	private TaskRenaming() {
	}

	public static Task task(Task task, Map<String, String> moves) {
		return task.withTexts((text) -> text(text, moves), (json) -> json(json, moves))
			.withDependsOn(task.dependsOn().stream().map((id) -> moves.getOrDefault(id, id)).distinct().toList());
	}

	static @Nullable Conclusion conclusion(@Nullable Conclusion conclusion, Map<String, String> moves) {
		return switch (conclusion) {
			case Conclusion.Reference(String value) -> new Conclusion.Reference(text(value, moves));
			case Conclusion.Template(String value) -> new Conclusion.Template(text(value, moves));
			case Conclusion.Synthesize synthesize -> synthesize;
			case null -> null;
		};
	}

	private static String text(String text, Map<String, String> moves) {
		return References.render(text, (found) -> moved(found, moves));
	}

	private static JsonNode json(JsonNode json, Map<String, String> moves) {
		return References.resolve(json, (found) -> JsonNodeFactory.instance.stringNode(moved(found, moves)));
	}

	private static String moved(Reference reference, Map<String, String> moves) {
		String id = reference.taskId();
		return new Reference(moves.getOrDefault(id, id), reference.path()).text();
	}

}
