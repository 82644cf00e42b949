package dev.babyagi.reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.reply.LooseJson.Document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ExactJson} and {@link ReplyJson}.
 */
class ExactJsonTests {

	@ParameterizedTest
	@ValueSource(strings = { "0.33333333333333333333333333333333333333333333333333", "1.50",
			"123456789012345678901234567890", "{\"a\":[1.500,null,true,\"x\"]}" })
	void writesEveryDigitThatItRead(String json) {
		assertThat(ExactJson.write(ExactJson.read(json))).isEqualTo(json);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "{} {}", "1 2", "think", "{\"a\":1,}", "[1] and so on" })
	void refusesWhatIsNoDocumentOrMoreThanOne(String text) {
		assertThat(ExactJson.document(text)).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> ExactJson.read(text)).withMessageContaining("not JSON");
	}

	@Test
	void findsNoDocumentInNothing() {
		assertThat(ExactJson.document("")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			` {"a":1} `    | true
			` [1] `        | true
			"text"         | false
			42             | false
			{"a":1} [2]    | false
			{"a":1         | false
			""")
	void readsAContainerThatATextIs(String text, boolean container) {
		assertThat(ExactJson.container(text).isPresent()).isEqualTo(container);
	}

	@Test
	void tellsWhetherATextBeginsWithADocument() {
		assertThat(ExactJson.startsDocument("{\"a\":1} and more")).isTrue();
		assertThat(ExactJson.startsDocument("{\"a\":1, and more")).isFalse();
		assertThat(ExactJson.startsDocument("and more")).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			Here: ```json\\n{"a":1.50}\\n```              | {"a":1.50}
			As said [1], it is {"a":[2,3]}. See [2].      | {"a":[2,3]}
			{braces} and ["a","b"]                        | ["a","b"]
			{"a":"two\\nlines",/* why */"b":[1,],}        | {"a":"two\\\\nlines","b":[1]}
			""")
	void findsTheLongestDocumentOfAReply(String reply, String document) {
		assertThat(ReplyJson.find(reply.replace("\\n", "\n")).map(Document::root))
			.contains(ExactJson.read(document.replace("\\\\n", "\\n")));
	}

	@Test
	void findsNoDocumentWhereThereIsNone() {
		assertThat(ReplyJson.find("no {document} [at all")).isEmpty();
	}

	@Test
	void findsTheFirstDocumentThatIsWanted() {
		String reply = "[1] {\"other\":{\"tasks\":[0]}} then {\"tasks\":[1]} or {\"tasks\":[2]}";
		assertThat(ReplyJson.find(reply, (root) -> root.path("tasks").isArray()).orElseThrow().root())
			.isEqualTo(ExactJson.read("{\"tasks\":[1]}"));
		assertThat(ReplyJson.find(reply, (root) -> root.has("plan"))).isEmpty();
	}

}
