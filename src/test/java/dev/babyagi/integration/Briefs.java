package dev.babyagi.integration;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.babyagi.execution.Artifact;
import dev.babyagi.execution.Artifacts;
import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Origin;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Plan.Requirement;
import dev.babyagi.plan.Task;
import dev.babyagi.plan.Task.Effort;
import dev.babyagi.plan.Task.Expect;
import dev.babyagi.plan.Task.Success;
import dev.babyagi.reply.ExactJson;
import dev.babyagi.reply.LooseJson.Document;
import dev.babyagi.reply.ReplyJson;

/**
 * A plan of three tasks, two of them done, and briefs for joining it.
 */
final class Briefs {

	static final Map<String, Artifact> ARTIFACTS = artifacts("t1", "Oslo has 709,037 people", "t2",
			"Rome has 2,746,984 people");

	static final Plan PLAN = new Plan(1, Origin.MODEL, null,
			List.of(new Requirement("r1", "People of Oslo"), new Requirement("r2", "People of Rome"),
					new Requirement("r3", "Weather of Lima")),
			List.of(task("t1", "r1"), task("t2", "r2"), task("t3", "r3")), new Conclusion.Synthesize("Two sentences"));

	private Briefs() {
	}

	static JoinBrief text() {
		return of(PLAN, ARTIFACTS, null);
	}

	static JoinBrief json(String schema) {
		return of(PLAN, ARTIFACTS, json(schema, true));
	}

	static JoinBrief of(Plan plan, Map<String, Artifact> artifacts, @Nullable JsonNode outputSchema) {
		return new JoinBrief("How many people live in Oslo and Rome, and what is the weather of Lima?", plan, artifacts,
				Map.of("t1", "succeeded", "t2", "succeeded", "t3", "failed"), Set.of("t1"), outputSchema, 32_768,
				Duration.ofSeconds(60));
	}

	static Task task(String id, String... covers) {
		return new Task(id, "Task " + id, "Do " + id, new Assignment.Think(), List.of(), List.of(covers), Expect.TEXT,
				Success.NONE, false, Effort.LOW, null, null);
	}

	static Plan plan(Conclusion conclusion) {
		return new Plan(1, Origin.MODEL, null, List.of(), List.of(task("t1"), task("t2"), task("t3")), conclusion);
	}

	static Map<String, Artifact> artifacts(String... idsAndTexts) {
		Map<String, Artifact> artifacts = new LinkedHashMap<>();
		for (int index = 0; index < idsAndTexts.length; index += 2) {
			artifacts.put(idsAndTexts[index], Artifacts.text(idsAndTexts[index + 1]));
		}
		return artifacts;
	}

	static Artifact artifact(String json) {
		return Artifacts.of(json(json, true));
	}

	static JsonNode json(String json, boolean whole) {
		return (whole ? ExactJson.document(json.strip()) : ReplyJson.find(json).map(Document::root)).orElseThrow();
	}

}
