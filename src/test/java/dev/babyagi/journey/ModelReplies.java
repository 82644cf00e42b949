package dev.babyagi.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.fake.FakeRequest;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.language.ModelRole;

/**
 * What fake endpoints answer: plans of known shapes, and answers to their tasks.
 */
public final class ModelReplies {

	private static final JsonMapper JSON = JsonMapper.shared();

	private ModelReplies() {
	}

	/** The role that asks, told by the schema it sends. */
	static ModelRole role(FakeRequest request) {
		return switch (request.schemaName()) {
			case "plan" -> ModelRole.PLANNER;
			case "join" -> ModelRole.JOINER;
			case "extract" -> ModelRole.EXTRACTOR;
			default -> ModelRole.EXECUTOR;
		};
	}

	static ResponseScript byRole(ResponseScript planner, ResponseScript executor, ResponseScript joiner) {
		return ResponseScript.byRole(ModelReplies::role,
				Map.of(ModelRole.PLANNER, planner, ModelRole.EXECUTOR, executor, ModelRole.JOINER, joiner));
	}

	/** Draws the plan, answers each task with its number, and joins all of them. */
	public static ResponseScript working(String plan, String... tasks) {
		return working(plan, ResponseScript.always(FakeResponse.text("found")), tasks);
	}

	/** Draws the plan, answers each task by a script, and joins all of them. */
	public static ResponseScript working(String plan, ResponseScript executor, String... tasks) {
		return byRole(ResponseScript.always(FakeResponse.text(plan)), executor,
				ResponseScript.always(FakeResponse.text(join(tasks))));
	}

	/** Planner, then so many tasks that depend on nothing, then a synthesis. */
	public static String fan(int width) {
		Map<String, List<String>> tasks = new LinkedHashMap<>();
		for (int number = 1; number <= width; number++) {
			tasks.put("t" + number, List.of());
		}
		return plan(tasks);
	}

	/** A, then B, C and D, then E, then a synthesis. */
	public static String diamond() {
		Map<String, List<String>> tasks = new LinkedHashMap<>();
		tasks.put("t1", List.of());
		tasks.put("t2", List.of("t1"));
		tasks.put("t3", List.of("t1"));
		tasks.put("t4", List.of("t1"));
		tasks.put("t5", List.of("t2", "t3", "t4"));
		return plan(tasks);
	}

	/**
	 * So many tasks that depend on nothing, and one more after each, then a synthesis.
	 */
	public static String chains(int number) {
		Map<String, List<String>> tasks = new LinkedHashMap<>();
		for (int first = 1; first <= number; first++) {
			tasks.put("t" + first, List.of());
		}
		for (int first = 1; first <= number; first++) {
			tasks.put("t" + (number + first), List.of("t" + first));
		}
		return plan(tasks);
	}

	static String plan(Map<String, List<String>> tasks) {
		ObjectNode plan = JSON.createObjectNode().put("thought", "One after the other where needed.");
		plan.putArray("requirements").addObject().put("id", "r1").put("text", "All of it");
		ArrayNode list = plan.putArray("tasks");
		tasks.forEach((id, dependencies) -> {
			ObjectNode task = list.addObject().put("id", id).put("title", "Part " + id);
			task.put("instruction", "Look into part " + id + " of the matter").put("assignment", "think");
			ArrayNode dependsOn = task.putArray("dependsOn");
			dependencies.forEach(dependsOn::add);
			task.putArray("covers").add("r1");
		});
		plan.putObject("final").put("kind", "synthesize").put("instruction", "Say what was found");
		return plan.toString();
	}

	static String join(String... cites) {
		ObjectNode join = JSON.createObjectNode().put("thought", "All is there.").put("action", "finish");
		join.put("answer", "All parts were found.");
		ObjectNode claim = join.putArray("claims").addObject().put("text", "All parts were found.");
		ArrayNode cited = claim.putArray("cites");
		List.of(cites).forEach(cited::add);
		join.putArray("missing");
		return join.toString();
	}

	/** The ids {@code t1} to {@code tn}. */
	public static String[] ids(int number) {
		List<String> ids = new ArrayList<>();
		for (int id = 1; id <= number; id++) {
			ids.add("t" + id);
		}
		return ids.toArray(String[]::new);
	}

}
