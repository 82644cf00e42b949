package dev.babyagi.journey;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every operation under {@code /v1} says what it does, shows an example and names its
 * errors.
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
			assertThat(responses.propertyStream().filter((response) -> !response.getKey().startsWith("2")))
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
				"delete /v1/objectives/{id}", "get /v1/objectives/{id}/result", "get /v1/objectives/{id}/plan")) {
			assertThat(operations()).filteredOn((operation) -> operation.name().equals(name))
				.singleElement()
				.satisfies((operation) -> assertThat(operation.body().path("responses").has("409")).isTrue());
		}
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
