package dev.babyagi.schema;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.babyagi.reply.ExactJson;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerSchemaTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{}                                              | true
			true                                            | true
			false                                           | false
			{"type":"integer","minimum":0}                  | true
			{"type":["object","string"]}                    | true
			{"type":"object"}                               | false
			{"type":["array","null"]}                       | false
			{"enum":[true,7]}                               | true
			{"enum":[true,null]}                            | false
			{"anyOf":[{"type":"array"},{"type":"number"}]}  | true
			{"oneOf":[{"type":"array"},{"enum":[null]}]}    | false
			{"const":true}                                  | false
			{"const":"yes"}                                 | true
			{"minLength":2}                                 | true
			{"properties":{"a":{}}}                         | false
			{"items":{"type":"number"}}                     | false
			""")
	void tellsWhetherAnAnswerMayBeANumberOrAText(String schema, boolean takes) {
		assertThat(AnswerSchema.takesNumberOrText(ExactJson.read(schema))).isEqualTo(takes);
	}

	@Test
	void takesAnythingWithoutASchema() {
		assertThat(AnswerSchema.takesNumberOrText(null)).isTrue();
	}

}
