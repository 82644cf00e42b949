package dev.babyagi.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import dev.babyagi.plan.Task.Effort;
import dev.babyagi.plan.Task.Expect;
import dev.babyagi.plan.Task.Success;
import dev.babyagi.reply.ExactJson;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link ComparableAnswers}.
 */
class ComparableAnswersTests {

	@ParameterizedTest
	@EnumSource(names = { "NUMBER", "BOOLEAN", "DATE" })
	void areValuesOfOneForm(Expect.Type type) {
		assertThat(areComparable(new Expect(type, null, null, null), Success.NONE)).isTrue();
	}

	@ParameterizedTest
	@EnumSource(names = { "TEXT", "LIST", "JSON" })
	void areNotTextsListsAndDocumentsOfAnyForm(Expect.Type type) {
		assertThat(areComparable(new Expect(type, null, null, null), Success.NONE)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "TEXT, 1, true", "TEXT, 40, true", "TEXT, 41, false", "LIST, 40, false" })
	void areShortTexts(Expect.Type type, int maxChars, boolean comparable) {
		assertThat(areComparable(new Expect(type, null, null, maxChars), Success.NONE)).isEqualTo(comparable);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"enum\":[\"red\",\"blue\"]}", "{\"const\":1}", "{\"type\":\"integer\"}",
			"{\"type\":[\"number\",\"null\"]}", "{\"type\":\"string\",\"maxLength\":3}",
			"{\"type\":\"string\",\"format\":\"date-time\"}", "{\"type\":\"array\",\"items\":{\"type\":\"boolean\"}}",
			"""
					{"type":"object","properties":{"n":{"type":"integer"},"c":{"enum":["a","b"]}}}""" })
	void areDocumentsOfWhichEveryPartIs(String schema) {
		assertThat(areComparable(Expect.Type.JSON, schema)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "true", "{}", "{\"type\":\"string\"}", "{\"type\":[]}", "{\"type\":\"array\"}",
			"{\"type\":[\"number\",\"string\"]}", "{\"type\":\"object\"}", "{\"type\":\"string\",\"maxLength\":4000}",
			"""
					{"type":"object","properties":{"n":{"type":"integer"},"why":{"type":"string"}}}""",
			"{\"$ref\":\"#/$defs/a\"}" })
	void areNotDocumentsWithAFreePart(String schema) {
		assertThat(areComparable(Expect.Type.JSON, schema)).isFalse();
	}

	@Test
	void areTextsThatASchemaChecks() {
		Success check = new Success(Success.Kind.SCHEMA, ExactJson.read("{\"enum\":[\"yes\",\"no\"]}"));
		assertThat(areComparable(Expect.TEXT, check)).isTrue();
		assertThat(areComparable(Expect.TEXT, new Success(Success.Kind.REGEX, ExactJson.text("[a-z ]+")))).isFalse();
	}

	@Test
	void endsWithASchemaThatIsNestedWithoutEnd() {
		String schema = "{\"type\":\"array\",\"items\":".repeat(60) + "{\"type\":\"integer\"}" + "}".repeat(60);
		assertThat(areComparable(Expect.Type.JSON, schema)).isFalse();
	}

	private static boolean areComparable(Expect.Type type, String schema) {
		return areComparable(new Expect(type, json(schema), null, null), Success.NONE);
	}

	private static @Nullable JsonNode json(String schema) {
		return ExactJson.read(schema);
	}

	private static boolean areComparable(Expect expect, Success success) {
		return new Task("t1", "Title", "Do it", new Assignment.Think(), List.of(), List.of(), expect, success, false,
				Effort.HIGH, null, null)
			.hasComparableAnswers();
	}

}
