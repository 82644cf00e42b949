package dev.babyagi.journey;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every operation under {@code /v1} says what it does, shows an example and names its
 * errors, and what is said is true.
 */
@ServiceOnH2
class OpenApiTests extends AbstractServiceTests {

	private static final int DEEPEST = 8;

	private JsonNode api = JsonMapper.shared().createObjectNode();

	@Test
	void summarisesEveryOperation() {
		assertThat(operations()).hasSizeGreaterThanOrEqualTo(12)
			.allMatch((operation) -> !operation.body().path("summary").asString("").isBlank());
	}

	@Test
	void showsAnExampleOfWhateverGoesInAndComesOut() {
		for (Operation operation : operations()) {
			Stream<JsonNode> bodies = Stream.concat(Stream.of(operation.body().path("requestBody")),
					operation.body()
						.path("responses")
						.propertyStream()
						.filter((response) -> response.getKey().startsWith("2"))
						.map((response) -> response.getValue()));
			assertThat(bodies.flatMap((body) -> body.path("content").valueStream())).as("%s", operation.name())
				.allMatch((content) -> content.has("example") || hasExample(content.path("schema"), 0));
			assertThat(operation.body().path("parameters").valueStream()).as("%s", operation.name())
				.filteredOn((parameter) -> parameter.path("in").asString().equals("path"))
				.allMatch((parameter) -> parameter.has("example") || parameter.path("schema").has("example"));
		}
	}

	@Test
	void namesTheErrorsOfEveryOperation() {
		for (Operation operation : operations()) {
			JsonNode responses = operation.body().path("responses");
			assertThat(responses.propertyNames()).as("%s", operation.name()).contains("400", "406", "500", "503");
			assertThat(responses.propertyStream().filter((response) -> !response.getKey().matches("2..|304")))
				.as("%s", operation.name())
				.allMatch((response) -> response.getValue()
					.path("$ref")
					.asString()
					.equals("#/components/responses/Problem" + response.getKey()));
			if (operation.name().contains("{id}")) {
				assertThat(responses.propertyNames()).as("%s", operation.name()).contains("404");
			}
		}
		for (String name : List.of("post /v1/objectives", "post /v1/objectives/{id}/cancel",
				"delete /v1/objectives/{id}", "get /v1/objectives/{id}/result", "get /v1/objectives/{id}/plan",
				"get /v1/objectives/{id}/timeline")) {
			assertThat(operations()).filteredOn((operation) -> operation.name().equals(name))
				.singleElement()
				.satisfies((operation) -> assertThat(operation.body().path("responses").has("409")).isTrue());
		}
	}

	@Test
	void namesOperationsAsClientsCallThem() {
		assertThat(operations().stream().map((operation) -> operation.body().path("operationId").asString()))
			.containsExactlyInAnyOrder("createObjective", "listObjectives", "getObjective", "eraseObjective", "getPlan",
					"getTimeline", "listTasks", "getTask", "getResult", "listEvents", "listAllEvents",
					"cancelObjective", "listTools", "listModels", "getContext", "getContextBlock", "getOperation",
					"createMemory", "createMemories", "listMemories", "getMemory", "getMemoryHistory", "deleteMemory",
					"searchMemories", "forgetMemories", "getHygiene", "getIndex", "giveFeedback", "giveTaskFeedback",
					"listFeedback", "deleteFeedback", "listLessons", "getLesson", "getLessonEffect", "patchLesson",
					"deleteLesson", "getLearning", "listExemplars", "getExemplar", "getExemplarEffect",
					"deleteExemplar", "createDataset", "listDatasets", "getDataset", "getDatasetContent",
					"deleteDataset", "createFineTuning", "listFineTunings", "getFineTuning", "listPromptVariants",
					"cancelFineTuning", "rollBackFineTuning");
	}

	@Test
	void namesComponentsAsClientsKnowThemAndOnlyThoseThatAreUsed() {
		String text = service().text("/v3/api-docs");
		JsonNode components = JsonMapper.shared().readTree(text).path("components");
		assertThat(components.path("schemas").propertyNames())
			.contains("Objective", "ObjectivePage", "EventPage", "Problem")
			.doesNotContain("JsonNode", "ProblemBody", "PageEntry", "FieldError");
		for (String kind : List.of("schemas", "responses")) {
			assertThat(components.path(kind).propertyNames())
				.allMatch((name) -> text.contains("\"#/components/" + kind + "/" + name + "\""));
		}
	}

	@Test
	void saysWhatMayBeNullAndWhatIsAlwaysThere() {
		JsonNode schemas = service().get("/v3/api-docs").at("/components/schemas");
		JsonNode objective = schemas.path("Objective");
		assertThat(objective.at("/properties/pollAfterMs/type").toString()).isEqualTo("[\"integer\",\"null\"]");
		assertThat(objective.at("/properties/stopReason/enum").toString()).contains("\"goal_met\"").endsWith(",null]");
		assertThat(objective.at("/properties/result/oneOf").toString())
			.isEqualTo("[{\"$ref\":\"#/components/schemas/Result\"},{\"type\":\"null\"}]");
		assertThat(objective.path("required").toString()).contains("\"usage\"").doesNotContain("\"result\"");
		assertThat(schemas.at("/Problem/properties/traceId/type").asString()).isEqualTo("string");
		assertThat(schemas.at("/Artifact/properties/value")).isEmpty();
	}

	@Test
	void saysWhatRequestsAreRefused() {
		JsonNode api = service().get("/v3/api-docs");
		JsonNode request = api.at("/components/schemas/ObjectiveRequest");
		assertThat(request.path("additionalProperties").toString()).isEqualTo("false");
		assertThat(api.at("/components/schemas/Objective").has("additionalProperties")).isFalse();
		assertThat("ctx_01M88EQ6FJEXDAV3FV4QHVJ051").matches(request.at("/properties/contextId/pattern").asString());
		assertThat("").doesNotMatch(request.at("/properties/contextId/pattern").asString());
		assertThat(request.at("/properties/metadata/propertyNames/pattern").asString()).contains("{1,64}");
		assertThat(request.at("/properties/metadata/maxProperties").asInt()).isEqualTo(32);
		assertThat(request.at("/properties/objective/pattern").asString()).isNotBlank();
		assertThat(api.at("/components/schemas/LimitsRequest/properties/maxTasks").toString())
			.contains("\"default\":20", "\"maximum\":200");
		JsonNode cursor = api.at("/paths/~1v1~1objectives/get/parameters").findParents("name").getLast();
		assertThat(cursor.path("name").asString()).isEqualTo("cursor");
		assertThat(cursor.at("/schema/type").asString()).isEqualTo("string");
		assertThat("").doesNotMatch(cursor.at("/schema/pattern").asString());
	}

	@Test
	void noticesAnAnswerThatIsNotAsDescribed() {
		DescribedResponses described = new DescribedResponses(service().get("/v3/api-docs"));
		String models = "{\"items\":[{\"role\":\"planner\",\"model\":\"m\",\"contextTokens\":1}]}";
		assertThat(models(described, 200, models)).isEmpty();
		assertThat(models(described, 418, models)).containsExactly("the status is not declared");
		assertThat(models(described, 200, models.replace("\"m\"", "null"))).hasSize(1);
		assertThat(models(described, 200, models.replace("\"model\"", "\"modell\""))).hasSize(2);
		assertThat(described.errors("get", "/v1/models", 200, "text/html", models))
			.containsExactly("the media type is not declared");
		assertThat(described.errors("get", "/v1/unknown", 200, "application/json", models))
			.containsExactly("no such operation is described");
	}

	private static List<String> models(DescribedResponses described, int status, String body) {
		return described.errors("get", "/v1/models", status, "application/json", body);
	}

	@Test
	void answersEveryOperationAsDescribed() {
		service().get("/v1/tools");
		service().get("/v1/models");
		service().get("/v1/unknown");
		service().get("/v1/operations/opr_01M88EQ6FJEXDAV3FV4QHVJ051");
		String id = service().solve("(3 + 5) * 2").path("id").asString();
		for (String view : List.of("", "/plan", "/tasks", "/tasks/t1", "/result", "/events", "?unknown=1",
				"/tasks/t9")) {
			service().get("/v1/objectives/" + id + view);
		}
		assertThat(service().status("/v1/objectives/" + id + "/timeline")).isEqualTo(200);
		service().get("/v1/objectives?limit=1");
		service().get("/v1/objectives?limit=0");
		service().post("/v1/objectives/" + id + "/cancel", "{}");
		assertThat(service().erase(id)).isEqualTo(204);
		assertThat(service().status("/v1/objectives/" + id)).isEqualTo(404);
	}

	private List<Operation> operations() {
		this.api = service().get("/v3/api-docs");
		return this.api.path("paths")
			.propertyStream()
			.filter((path) -> path.getKey().startsWith("/v1/"))
			.flatMap((path) -> path.getValue()
				.propertyStream()
				.map((operation) -> new Operation(operation.getKey() + " " + path.getKey(), operation.getValue())))
			.toList();
	}

	private boolean hasExample(JsonNode schema, int depth) {
		if (depth > DEEPEST) {
			return false;
		}
		if (schema.has("example")) {
			return true;
		}
		if (schema.has("$ref")) {
			return hasExample(this.api.at(schema.path("$ref").asString().substring(1)), depth + 1);
		}
		return Stream.concat(schema.path("properties").valueStream(), Stream.of(schema.path("items")))
			.anyMatch((part) -> part.isObject() && hasExample(part, depth + 1));
	}

	/**
	 * An operation.
	 *
	 * @param name method and path
	 * @param body what is said of it
	 */
	private record Operation(String name, JsonNode body) {

	}

}
