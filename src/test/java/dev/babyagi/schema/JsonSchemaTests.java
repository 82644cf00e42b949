package dev.babyagi.schema;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link JsonSchema}.
 */
@Timeout(20)
class JsonSchemaTests {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	@Test
	void problemsNameTheirPlace() {
		JsonSchema schema = compile(
				"""
						{"type": "object", "required": ["a"], "properties": {"b": {"type": "array", "items": {"type": "integer"}}}}""");
		assertThat(schema.validate(json("{\"b\": [1, \"x\"]}")))
			.containsExactlyInAnyOrder("/: required property 'a' not found", "/b/1: string found, integer expected");
	}

	@Test
	void whatFitsHasNoProblems() {
		assertThat(compile("{\"type\": [\"number\", \"string\"]}").validate(json("3.5"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "3", "\"string\"", "null", "{\"type\": \"nummer\"}", "{\"required\": \"a\"}",
			"{\"properties\": {\"a\": 3}}", "{\"pattern\": \"(\"}", "{\"pattern\": \"(?=a)b\"}",
			"{\"pattern\": \"(a)\\\\1\"}", "{\"patternProperties\": {\"(\": {}}}",
			"{\"$schema\": \"https://example.org/other\"}", "{\"$ref\": \"https://example.org/a.json\"}",
			"{\"$ref\": \"file:///etc/passwd\"}", "{\"$ref\": \"classpath:application.yaml\"}",
			"{\"$ref\": \"#/$defs/missing\"}", "{\"if\": {\"$dynamicRef\": \"#x\"}}", "{\"maxLength\": 1e400}",
			"{\"$ref\": \"#/a%zz\"}", "{\"properties\": {\"a\": {\"$ref\": \"http://127.0.0.1:1/x\"}}}" })
	void refusesWhatIsNoSchemaOfOurs(String document) {
		assertThatExceptionOfType(InvalidJsonSchema.class).isThrownBy(() -> compile(document))
			.satisfies((ex) -> assertThat(ex.problems()).isNotEmpty()
				.allMatch((problem) -> problem.startsWith("/"))
				.noneMatch((problem) -> problem.contains("Exception")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://json-schema.org/draft-07/schema#", "https://json-schema.org/draft/2019-09/schema",
			"https://json-schema.org/draft/2020-12/schema" })
	void takesThePublishedDrafts(String draft) {
		JsonSchema schema = compile("{\"$schema\": \"%s\", \"type\": \"string\"}".formatted(draft));
		assertThat(schema.validate(json("1"))).hasSize(1);
	}

	@Test
	void followsReferencesWithin() {
		JsonSchema tree = compile("""
				{"$ref": "#/$defs/node", "$defs": {"node": {"type": "object", "properties": {
				"children": {"type": "array", "items": {"$ref": "#/$defs/node"}}}}}}""");
		assertThat(tree.validate(json("{\"children\": [{\"children\": []}, {\"children\": [1]}]}")))
			.containsExactly("/children/1/children/0: integer found, object expected");
	}

	@ParameterizedTest
	@ValueSource(strings = { "(a+)+$", "(a|aa)+$", "(.*)*x", "^(([a-z])+.)+[A-Z]([a-z])+$" })
	void patternsRunInLinearTime(String pattern) {
		JsonSchema schema = compile(JSON.createObjectNode().put("pattern", pattern));
		schema.validate(JSON.getNodeFactory().stringNode("a".repeat(50_000) + "!"));
		assertThat(schema.validate(JSON.getNodeFactory().stringNode("!".repeat(50_000)))).hasSize(1);
	}

	@Test
	void patternsOfPropertiesRunInLinearTime() {
		JsonSchema schema = compile("{\"patternProperties\": {\"(a+)+$\": false}}");
		assertThat(schema.validate(JSON.createObjectNode().put("a".repeat(50_000) + "!", 1))).isEmpty();
	}

	@Test
	void patternsMayEscapeAsJavaScriptDoes() {
		JsonSchema schema = compile("{\"pattern\": \"^[\\\\u4e00-\\\\u9fa5]+$\"}");
		assertThat(schema.validate(json("\"一二\""))).isEmpty();
		assertThat(schema.validate(json("\"ab\""))).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "((a{100}){100}){100}", "(((((a{1000}){1000}){1000}){1000}){1000})",
			"((((((((((a{9}){9}){9}){9}){9}){9}){9}){9}){9}){9})" })
	void patternsThatGrowWithoutBoundAreRefused(String pattern) {
		assertThatExceptionOfType(InvalidJsonSchema.class)
			.isThrownBy(() -> compile(JSON.createObjectNode().put("pattern", pattern)));
	}

	@Test
	void aReferenceToItselfEnds() {
		assertThat(compile("{\"$ref\": \"#\"}").validate(json("1"))).singleElement()
			.asString()
			.contains("too many steps");
	}

	@Test
	void referencesThatDoubleAtEachStepEnd() {
		StringBuilder schema = new StringBuilder("{\"$ref\": \"#/$defs/d0\", \"$defs\": {");
		for (int i = 0; i < 40; i++) {
			schema.append("\"d%d\": {\"allOf\": [{\"$ref\": \"#/$defs/d%d\"}, {\"$ref\": \"#/$defs/d%d\"}]}, "
				.formatted(i, i + 1, i + 1));
		}
		schema.append("\"d40\": {\"type\": \"string\"}}}");
		assertThat(compile(schema.toString()).validate(json("\"x\""))).singleElement()
			.asString()
			.contains("too many steps");
	}

	@Test
	void problemsOfPatternsNameTheirPlace() {
		assertThatExceptionOfType(InvalidJsonSchema.class)
			.isThrownBy(() -> compile("{\"properties\": {\"a/b\": {\"pattern\": \"(?=a)b\"}}}"))
			.satisfies((ex) -> assertThat(ex.problems()).singleElement()
				.asString()
				.startsWith("/properties/a~1b/pattern: "));
	}

	@Test
	void dataThatLooksLikeAPatternIsData() {
		assertThat(compile("{\"const\": {\"pattern\": \"(\"}}").validate(json("{\"pattern\": \"(\"}"))).isEmpty();
	}

	@Test
	void unknownKeywordsAreIgnored() {
		assertThat(compile("{\"x-note\": \"anything\", \"type\": \"string\"}").validate(json("\"a\""))).isEmpty();
	}

	@Test
	void schemasDoNotSeeEachOther() {
		compile("{\"$id\": \"https://json-schema.org/draft/2020-12/schema\", \"const\": 7}");
		compile("{\"$id\": \"https://example.org/mine\", \"const\": 7}");
		assertThat(compile("{\"type\": \"string\"}").validate(json("\"a\""))).isEmpty();
		assertThatExceptionOfType(InvalidJsonSchema.class)
			.isThrownBy(() -> compile("{\"$ref\": \"https://example.org/mine\"}"));
	}

	@Test
	void whatIsNotKnownYetIsNotHeldAgainstADocument() {
		JsonSchema schema = compile("""
				{"properties": {"a": {"type": "integer"}, "b": {"type": "integer"}}, "required": ["c"]}""");
		assertThat(schema.validate(json("{\"a\": \"${t1.output}\", \"b\": \"x\"}"),
				(value) -> value.toString().contains("${")))
			.containsExactlyInAnyOrder("/: required property 'c' not found", "/b: string found, integer expected");
	}

	@Test
	void hugeExponentsAreNotCalculatedWith() {
		assertThat(compile("{\"multipleOf\": 3}").validate(json("1e999999999"))).hasSize(1);
		assertThatExceptionOfType(InvalidJsonSchema.class).isThrownBy(() -> compile("{\"multipleOf\": 1e-999999999}"));
	}

	@Test
	void aLongListOfProblemsIsCut() {
		String items = String.join(",", Collections.nCopies(1_000, "1"));
		List<String> problems = compile("{\"items\": {\"type\": \"string\"}}").validate(json("[" + items + "]"));
		assertThat(problems).hasSize(20);
	}

	private static JsonSchema compile(String document) {
		return JsonSchema.compile(json(document));
	}

	private static JsonSchema compile(JsonNode document) {
		return JsonSchema.compile(document);
	}

	private static JsonNode json(String text) {
		return JSON.readTree(text);
	}

}
