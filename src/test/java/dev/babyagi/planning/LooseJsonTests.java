package dev.babyagi.planning;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import dev.babyagi.planning.LooseJson.Document;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LooseJson} and {@link ReplyJson}.
 */
class LooseJsonTests {

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "{\"a\":1,\"b\":-2.50,\"c\":1e7,\"d\":123456789012345678901234567890}",
			"[true,false,null,\"\",\" \"]", "{\"a\":{\"b\":[[],{\"c\":\"\\u00e9\\n\\\"\\\\\\/\"}]}}",
			"{\"a\": \"x, \\\"y\\\": {z}\", \"9\": [3000000000]}", "{ \"a\" :\n[ 1 ,\t2 ] }",
			"{\"a\":\"日本 \uD83D\uDE00 http://x\",\"b\":\"it's // not a comment\"}" })
	void readsProperJsonExactly(String json) {
		Document document = LooseJson.read(json, 0).orElseThrow();
		assertThat(document.root()).isEqualTo(Json.read(json));
		assertThat(document.truncated()).isFalse();
		assertThat(document.end()).isEqualTo(json.length());
	}

	@Test
	void readsThePlansWeWrite() {
		String json = PlanJson.toText(Plans.elaborate());
		assertThat(LooseJson.read(json, 0).orElseThrow().root()).isEqualTo(Json.read(json));
	}

	@ParameterizedTest
	@MethodSource
	void readsWhatModelsWrite(String written, String meant) {
		assertThat(LooseJson.read(written, 0).orElseThrow().root()).isEqualTo(Json.read(meant));
	}

	static Stream<Arguments> readsWhatModelsWrite() {
		return Stream.of(Arguments.of("{\"a\":[1,2,],}", "{\"a\":[1,2]}"),
				Arguments.of("{'a': 'it\\'s', b: True, c: None}", "{\"a\":\"it's\",\"b\":true,\"c\":null}"),
				Arguments.of("{\"a\": 1 // one\n, /* two */ \"b\": 2}", "{\"a\":1,\"b\":2}"),
				Arguments.of("{\"a\": \"line one\nline two\"}", "{\"a\":\"line one\\nline two\"}"),
				Arguments.of("{\"a\": \"x\"\n\"b\": \"y\"}", "{\"a\":\"x\",\"b\":\"y\"}"),
				Arguments.of("[{\"a\":1} {\"a\":2}]", "[{\"a\":1},{\"a\":2}]"),
				Arguments.of("{\"a\": \"say \"hi\" to them\"}", "{\"a\":\"say \\\"hi\\\" to them\"}"),
				Arguments.of("{\u201Ca\u201D: \u201Cx\u201D}", "{\"a\":\"x\"}"),
				Arguments.of("{\"a\": think, \"b\": 1.2.3}", "{\"a\":\"think\",\"b\":\"1.2.3\"}"));
	}

	@ParameterizedTest
	@MethodSource
	void keepsWhatIsWholeWhenTheTextBreaksOff(String written, String kept) {
		Document document = LooseJson.read(written, 0).orElseThrow();
		assertThat(document.root()).isEqualTo(Json.read(kept));
		assertThat(document.truncated()).isTrue();
	}

	static Stream<Arguments> keepsWhatIsWholeWhenTheTextBreaksOff() {
		return Stream.of(Arguments.of("{\"t\":[{\"a\":1},{\"a\":2},{\"a\":\"thr", "{\"t\":[{\"a\":1},{\"a\":2}]}"),
				Arguments.of("{\"t\":[{\"a\":1},{\"a\":{\"b\":[1", "{\"t\":[{\"a\":1}]}"),
				Arguments.of("{\"t\":[{\"a\":1}],\"f\":{\"k\":\"v\"", "{\"t\":[{\"a\":1}],\"f\":{\"k\":\"v\"}}"),
				Arguments.of("{\"t\":[{\"a\":1}],\"fin", "{\"t\":[{\"a\":1}]}"),
				Arguments.of("{\"t\":[{\"a\":1}],\"f\":12", "{\"t\":[{\"a\":1}]}"), Arguments.of("{", "{}"));
	}

	@Test
	void refusesWhatIsNoDocument() {
		assertThat(LooseJson.read("{braces} in prose", 0)).isEmpty();
		assertThat(LooseJson.read("{]}", 0)).isEmpty();
	}

	@Test
	void refusesEndlessDepth() {
		assertThat(LooseJson.read("[".repeat(100_000), 0)).isEmpty();
		assertThat(ReplyJson.find("{\"a\":".repeat(100_000), JsonNode::isArray)).isEmpty();
	}

	@Test
	void findsTheDocumentInProseAndFences() {
		String reply = "Here is [my] {plan}:\n```json\n{\"tasks\": []}\n```\nGood luck {}";
		assertThat(ReplyJson.find(reply, (root) -> root.has("tasks")).orElseThrow().root())
			.isEqualTo(Json.read("{\"tasks\":[]}"));
	}

}
