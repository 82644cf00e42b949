package dev.babyagi.planning.draft;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.plan.Task.Success;
import dev.babyagi.reply.ExactJson;

import static org.assertj.core.api.Assertions.assertThat;

class SuccessReaderTests {

	private final ValidationReport report = new ValidationReport();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"kind":"recompute","arg":"1 + ${t1.output}"}        | RECOMPUTE | "1 + ${t1.output}"
			{"kind":"regex","arg":"[A-Z]{2,3}\\\\\\\\d+"}        | REGEX     | "[A-Z]{2,3}\\\\\\\\d+"
			{"kind":"schema","arg":{"type":"object"}}            | SCHEMA    | {"type":"object"}
			{"kind":"range","arg":{"min":1,"max":2.50,"x":3}}    | RANGE     | {"min":1,"max":2.50}
			{"kind":"range","arg":{"min":"low","max":5}}         | RANGE     | {"max":5}
			{"kind":"range","arg":[1,5]}                         | RANGE     | {"min":1,"max":5}
			{"kind":"range","arg":[null,5]}                      | RANGE     | {"max":5}
			""")
	void readsACheck(String entry, Success.Kind kind, String arg) {
		assertThat(read(entry)).isEqualTo(new Success(kind, ExactJson.read(arg)));
		assertThat(this.report.warnings()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"kind\":\"recompute\",\"arg\":\" \"}", "{\"kind\":\"recompute\"}",
			"{\"kind\":\"rubric\",\"arg\":{}}", "{\"kind\":\"regex\",\"arg\":\"(\"}",
			"{\"kind\":\"regex\",\"arg\":\"\"}", "{\"kind\":\"regex\",\"arg\":\"(?=a)b\"}",
			"{\"kind\":\"regex\",\"arg\":\"((a{90}){90})\"}", "{\"kind\":\"schema\",\"arg\":\"object\"}",
			"{\"kind\":\"range\",\"arg\":{\"min\":\"low\"}}", "{\"kind\":\"range\",\"arg\":[]}", "\"regex\"" })
	void leavesACheckOutThatCouldNeverPassAndSaysSo(String entry) {
		assertThat(read(entry)).isEqualTo(Success.NONE);
		assertThat(this.report.warnings()).singleElement().asString().startsWith("t7: its check");
		assertThat(this.report.faults()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "7", "\"prayer\"", "{}", "{\"kind\":\"none\",\"arg\":\"x\"}", "[\"regex\"]" })
	void readsNoCheckWhereNoneIsNamed(String entry) {
		assertThat(read(entry)).isEqualTo(Success.NONE);
		assertThat(this.report.warnings()).isEmpty();
	}

	private Success read(String entry) {
		return SuccessReader.read(ExactJson.read(entry), "t7", this.report);
	}

}
