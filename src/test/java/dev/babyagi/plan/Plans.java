package dev.babyagi.plan;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.plan.Plan.Requirement;
import dev.babyagi.plan.Task.Effort;
import dev.babyagi.plan.Task.Expect;
import dev.babyagi.plan.Task.Success;
import dev.babyagi.reply.ExactJson;

/**
 * Plans to test with.
 */
public final class Plans {

	private Plans() {
	}

	/** One think task that is the objective itself. */
	public static Plan direct(String objective) {
		return of(Origin.DIRECT, think("t1", objective));
	}

	/** A: t1; B, C, D on it: t2, t3, t4; E on those: t5. */
	public static Plan diamond() {
		return of(Origin.MODEL, think("t1", "List three cities"), think("t2", "Describe the first", "t1"),
				think("t3", "Describe the second", "t1"), think("t4", "Describe the third", "t1"),
				think("t5", "Compare the descriptions", "t2", "t3", "t4"));
	}

	/** So many independent tasks, joined by a synthesis. */
	public static Plan fan(int width) {
		List<Task> tasks = IntStream.rangeClosed(1, width)
			.mapToObj((number) -> think("t" + number, "Describe city number " + number))
			.toList();
		return new Plan(1, Origin.MODEL, null, List.of(), tasks, new Conclusion.Synthesize("Join the descriptions"));
	}

	/** A plan with every field of the format in use. */
	public static Plan elaborate() {
		Task search = new Task("t1", "Look up", "Look up the population of Oslo",
				new Assignment.UseTool("lookup",
						inputs("{\"city\":\"Oslo\",\"factor\":1.50,\"deep\":{\"a\":[1,null]}}")),
				List.of(), List.of("r1"), new Expect(Expect.Type.JSON, inputs("{\"type\":\"object\"}"), "people", 400),
				new Success(Success.Kind.RANGE, inputs("{\"min\":0,\"max\":1e7}")), true, Effort.HIGH,
				Duration.ofSeconds(90), null);
		Task broken = think("t2", "Describe ${t1.output.name}", "t1");
		return new Plan(3, Origin.DECOMPOSED, "Divide \"and\" rule", List.of(new Requirement("r1", "Population")),
				List.of(search, broken, child("t2-1", "t2"), child("t2-2", "t2"),
						new Task("t3", "", "Plan it", new Assignment.SubPlan(), List.of(), List.of(), Expect.NUMBER,
								Success.NONE, false, Effort.LOW, null, null)),
				new Conclusion.Template("It is ${t2.output}"),
				Map.of("t2", new Conclusion.Synthesize("Join both halves")));
	}

	/** The tasks as a plan whose answer is the last one's artifact. */
	public static Plan of(Origin origin, Task... tasks) {
		return new Plan(1, origin, null, List.of(), List.of(tasks),
				new Conclusion.Reference("${" + tasks[tasks.length - 1].id() + ".output}"));
	}

	public static Task think(String id, String instruction, String... dependsOn) {
		return task(id, instruction, new Assignment.Think(), null, dependsOn);
	}

	public static Task tool(String id, String tool, String inputs, String... dependsOn) {
		return task(id, "Use " + tool, new Assignment.UseTool(tool, inputs(inputs)), null, dependsOn);
	}

	public static Task subPlan(String id, String instruction, String... dependsOn) {
		return task(id, instruction, new Assignment.SubPlan(), null, dependsOn);
	}

	public static Task child(String id, String parent, String... dependsOn) {
		return task(id, "Part " + id, new Assignment.Think(), parent, dependsOn);
	}

	private static Task task(String id, String instruction, Assignment assignment, @Nullable String parent,
			String... dependsOn) {
		return new Task(id, instruction, instruction, assignment, Arrays.asList(dependsOn), List.of(), Expect.TEXT,
				Success.NONE, false, Effort.LOW, null, parent);
	}

	private static ObjectNode inputs(String json) {
		return (ObjectNode) ExactJson.read(json);
	}

}
