package dev.babyagi.plan;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import dev.babyagi.plan.Reference.Field;
import dev.babyagi.plan.Reference.Index;
import dev.babyagi.plan.Reference.Step;
import dev.babyagi.reply.ExactJson;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the paths of a {@link Reference}.
 */
class ReferenceTests {

	private static final JsonNode VALUE = ExactJson
		.read("{\"rows\":[{\"name\":\"Oslo\"},{\"name\":null}],\"two words\":{\"0\":1.50}}");

	@ParameterizedTest
	@MethodSource
	void isWrittenAndReadTheSame(List<Step> path, String text) {
		Reference reference = new Reference("t2-1", path);
		assertThat(reference.text()).isEqualTo(text);
		References.render(text, (read) -> {
			assertThat(read).isEqualTo(reference);
			return "";
		});
		assertThat(References.tasksIn(text)).containsExactly("t2-1");
	}

	static Stream<Arguments> isWrittenAndReadTheSame() {
		return Stream.of(Arguments.of(List.of(), "${t2-1.output}"),
				Arguments.of(List.of(new Field("rows"), new Index(10), new Field("a-b_1")),
						"${t2-1.output.rows[10].a-b_1}"),
				Arguments.of(List.of(new Index(0), new Index(1)), "${t2-1.output[0][1]}"),
				Arguments.of(List.of(new Field("城市")), "${t2-1.output.城市}"),
				Arguments.of(List.of(new Field("two words"), new Field("1st"), new Field("a.b")),
						"${t2-1.output[\"two words\"][\"1st\"][\"a.b\"]}"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			${t1.output.rows[0].name}         | "Oslo"
			${t1.output.rows[1]}              | {"name":null}
			${t1.output.rows[1].name}         | null
			${t1.output["two words"]["0"]}    | 1.50
			${t1.output.rows[2]}              | -
			${t1.output.rows.name}            | -
			${t1.output.rows[0].name.first}   | -
			${t1.output[0]}                   | -
			${t1.output.Rows}                 | -
			""")
	void leadsToAPartOfAValueOrNowhere(String text, String part) {
		String found = References.render(text,
				(reference) -> reference.within(VALUE).map(ExactJson::write).orElse("-"));
		assertThat(found).isEqualTo(part);
	}

	@Test
	void leadsToTheWholeWithoutAPath() {
		assertThat(new Reference("t1", List.of()).within(VALUE)).contains(VALUE);
	}

}
