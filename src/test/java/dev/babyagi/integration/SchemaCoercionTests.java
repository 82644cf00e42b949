package dev.babyagi.integration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link SchemaCoercion}.
 */
class SchemaCoercionTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			24                          | {"type":"integer"}               | 24
			"24"                        | {"type":"integer"}               | 24
			"24"                        | {"type":["string","integer"]}    | "24"
			24                          | {"type":"string"}                | "24"
			true                        | {"type":"string"}                | "true"
			{"n":1}                     | {"type":"string"}                | "{\\"n\\":1}"
			"Here: {\\"n\\":1} and so"  | {"type":"object"}                | {"n":1}
			"{\\"n\\":1}"               | {"type":"string"}                | "{\\"n\\":1}"
			"[1,2]"                     | {"type":"array","minItems":2}    | [1,2]
			""")
	void findsTheFormThatFitsTheFirstBefore(String value, String schema, String form) {
		assertThat(SchemaCoercion.fit(json(value), json(schema)).orElseThrow()).hasToString(form);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"24 apples"    | {"type":"integer"}
			"many"         | {"type":"number"}
			[24]           | {"type":"integer"}
			{"n":"1"}      | {"properties":{"n":{"type":"integer"}},"required":["n"],"type":"object"}
			""")
	void changesNothingOfWhatIsSaidToMakeItFit(String value, String schema) {
		assertThat(SchemaCoercion.fit(json(value), json(schema))).isEmpty();
	}

	@Test
	void saysWhatDoesNotFit() {
		assertThat(SchemaCoercion.misfits(json("{\"n\":\"1\"}"), json("""
				{"type":"object","properties":{"n":{"type":"integer"}},"required":["n","m"]}"""))).hasSize(2)
			.anyMatch((misfit) -> misfit.contains("m"));
	}

	private static JsonNode json(String text) {
		return Briefs.json(text, true);
	}

}
