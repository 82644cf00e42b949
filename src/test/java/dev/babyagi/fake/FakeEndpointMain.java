package dev.babyagi.fake;

import java.time.Duration;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fake endpoint by itself, for trials by hand and benchmarks:
 * {@code FakeEndpointMain [port] [latency in ms] [tasks of a plan]}. Whoever asks for a
 * document with {@code tasks} gets a plan of independent tasks, whoever asks for another
 * document one that fits its schema, everybody else a sentence.
 */
public final class FakeEndpointMain {

	private FakeEndpointMain() {
	}

	public static void main(String[] args) throws InterruptedException {
		FakeEndpoint endpoint = FakeEndpoint.start(number(args, 0, 8089), answering(number(args, 2, 8)));
		endpoint.latency(Duration.ofMillis(number(args, 1, 200)));
		endpoint.ledger().forgetBodies();
		System.out.println("OPENAI_BASE_URL=" + endpoint.baseUrl());
		Thread.currentThread().join();
	}

	/**
	 * A script that plans so many tasks and completes them.
	 */
	public static ResponseScript answering(int tasks) {
		FakeResponse plan = FakeResponse.json(plan(tasks));
		return (request) -> request.schema()
			.map((schema) -> isPlan(schema) ? plan : FakeResponse.json(SchemaSample.of(schema)))
			.orElseGet(() -> FakeResponse.text("This is done."));
	}

	private static boolean isPlan(JsonNode schema) {
		return schema.path("properties").has("tasks");
	}

	/**
	 * A plan of independent think tasks and a joined answer.
	 */
	public static JsonNode plan(int tasks) {
		ObjectNode plan = JsonNodeFactory.instance.objectNode().put("thought", "Each part stands alone.");
		plan.putArray("requirements").addObject().put("id", "r1").put("text", "All parts");
		ArrayNode all = plan.putArray("tasks");
		for (int number = 1; number <= tasks; number++) {
			ObjectNode task = all.addObject().put("id", "t" + number).put("title", "Part " + number);
			task.put("instruction", "Write part " + number + " of " + tasks + ".").put("assignment", "think");
			task.putArray("covers").add("r1");
		}
		plan.putObject("final").put("kind", "synthesize").put("instruction", "Join the parts.");
		return plan;
	}

	private static int number(String[] args, int position, int otherwise) {
		return (args.length > position) ? Integer.parseInt(args[position]) : otherwise;
	}

}
