package dev.babyagi.schema;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.reply.ExactJson;

import static org.assertj.core.api.Assertions.assertThat;

class SchemaFitTests {

	@Test
	void namesWhatDoesNotFitWithItsPlace() {
		SchemaFit fit = fit("{\"properties\":{\"a\":{\"type\":\"integer\"}},\"required\":[\"b\"]}", "{\"a\":\"x\"}");
		assertThat(fit.usable()).isTrue();
		assertThat(fit.fits()).isFalse();
		assertThat(fit.misfits()).hasSize(2).anyMatch((misfit) -> misfit.startsWith("/a: "));
	}

	@Test
	void hasNothingAgainstAValueThatFits() {
		assertThat(fit("{\"type\":\"number\"}", "7").fits()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"type\":\"nummer\"}", "7", "{\"$ref\":\"https://example.org/a.json\"}" })
	void saysNothingOfAValueWhereTheSchemaCannotBeUsed(String schema) {
		assertThat(fit(schema, "7")).isEqualTo(new SchemaFit(false, List.of()));
	}

	@Test
	void namesFiveMisfitsAtMostEachOnOneShortLine() {
		String name = "b\\nc".repeat(200);
		SchemaFit fit = fit("{\"additionalProperties\":{\"type\":\"number\"}}",
				"{\"1\":\"\",\"2\":\"\",\"3\":\"\",\"4\":\"\",\"5\":\"\",\"%s\":\"\"}".formatted(name));
		assertThat(fit.misfits()).hasSize(5);
		assertThat(fit("{\"additionalProperties\":{\"type\":\"number\"}}", "{\"%s\":\"\"}".formatted(name)).misfits())
			.singleElement()
			.asString()
			.hasSize(300)
			.endsWith("…")
			.doesNotContain("\n");
	}

	private static SchemaFit fit(String schema, String value) {
		return SchemaFit.of(ExactJson.read(schema), ExactJson.read(value));
	}

}
