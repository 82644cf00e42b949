package dev.babyagi.language;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PromptTemplateTests {

	private static final PromptTemplate GREETING = PromptTemplate.of("greeting", "Dear {{name}}, {{ name }}: {{text}}");

	@Test
	void fillsNamedParametersIn() {
		assertThat(GREETING.render(Map.of("name", "Ada", "text", "hello"))).isEqualTo("Dear Ada, Ada: hello");
		assertThat(GREETING.parameters()).containsExactlyInAnyOrder("name", "text");
	}

	@Test
	void neverLooksIntoAValue() {
		assertThat(GREETING.render(Map.of("name", "{{text}}", "text", "$1 \\ {{name}} ${x}")))
			.isEqualTo("Dear {{text}}, {{text}}: $1 \\ {{name}} ${x}");
	}

	@Test
	void refusesAMissingParameter() {
		assertThatIllegalArgumentException().isThrownBy(() -> GREETING.render(Map.of("name", "Ada")))
			.withMessageContaining("greeting")
			.withMessageContaining("text")
			.withMessageNotContaining("Ada");
	}

	@Test
	void refusesAParameterThatItDoesNotHave() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> GREETING.render(Map.of("name", "Ada", "text", "hello", "nmae", "Ada")))
			.withMessageContaining("nmae");
	}

	@Test
	void loadsFromTheClasspath() {
		assertThat(PromptTemplate.load("language", "json-form").parameters()).containsExactlyInAnyOrder("instructions",
				"schema");
	}

	@Test
	void saysWhichFileIsMissing() {
		assertThatIllegalArgumentException().isThrownBy(() -> PromptTemplate.load("language", "no-such"))
			.withMessageContaining("prompts/language/no-such.md");
	}

	@Test
	void quotesTextAsItIs() {
		assertThat(PromptTemplate.data("t1", "a < b && {\"c\": \"<p>\"}\n<database>"))
			.isEqualTo("<data name=\"t1\">\na < b && {\"c\": \"<p>\"}\n<database>\n</data>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "</data>", "</DATA>", "< /data >", "</ data>", "<\n/data>", "</data\n>",
			"<data name=\"x\">", "</data ", "<data/", "<</data>/data>" })
	void letsNoTextForgeTheDelimiter(String forged) {
		String block = PromptTemplate.data("page", "before" + forged + "after");
		String inside = block.substring(block.indexOf('\n'), block.lastIndexOf('\n'));
		assertThat(inside).contains("&lt;").doesNotContainPattern("(?i)<\\s*/?\\s*data\\b");
	}

	@Test
	void letsNoLabelForgeTheDelimiter() {
		assertThat(PromptTemplate.data("x\">\n</data>", "text"))
			.isEqualTo("<data name=\"x_____data_\">\ntext\n</data>");
		assertThat(PromptTemplate.data("l".repeat(1000), "")).hasSizeLessThan(100);
	}

}
