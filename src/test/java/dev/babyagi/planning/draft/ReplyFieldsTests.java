package dev.babyagi.planning.draft;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import dev.babyagi.plan.Task.Effort;
import dev.babyagi.reply.ExactJson;

import static org.assertj.core.api.Assertions.assertThat;

class ReplyFieldsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			" Oslo "     | Oslo
			7            | 7
			" "          |
			null         |
			true         |
			{"a":"x"}    |
			["x"]        |
			""")
	void readsATextOrNumberThatIsNotBlank(String value, @Nullable String text) {
		assertThat(ReplyFields.text(object(value), "field")).isEqualTo(text);
		assertThat(ReplyFields.text(object(value), "other")).isNull();
	}

	@Test
	void readsAWordInLowerCase() {
		assertThat(ReplyFields.word(object("\" THINK \""), "field")).isEqualTo("think");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			["a"," b ","a",""]       | a;b
			"a, b,,a"                | a;b
			[1,{"id":"t2"},["t3"]]   | 1;{"id":"t2"};["t3"]
			null                     | ``
			7                        | ``
			[]                       | ``
			""")
	void readsAListOfTextsEachOnce(String value, String texts) {
		assertThat(String.join(";", ReplyFields.list(object(value), "field"))).isEqualTo(texts);
		assertThat(ReplyFields.list(object(value), "other")).isEmpty();
	}

	@Test
	void readsAConstantOrTheOtherwise() {
		assertThat(ReplyFields.constant("high", Effort.LOW)).isEqualTo(Effort.HIGH);
		assertThat(ReplyFields.constant("highest", Effort.LOW)).isEqualTo(Effort.LOW);
		assertThat(ReplyFields.constant(null, Effort.HIGH)).isEqualTo(Effort.HIGH);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "{\"type\":\"object\"}" })
	void readsAnObjectOrArrayAsADocument(String value) {
		assertThat(ReplyFields.document(object(value), "field")).isEqualTo(ExactJson.read(value));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"{}\"", "7", "null", "true" })
	void readsNothingElseAsADocument(String value) {
		assertThat(ReplyFields.document(object(value), "field")).isNull();
	}

	private static JsonNode object(String value) {
		return ExactJson.object().set("field", ExactJson.read(value));
	}

}
