package dev.babyagi.reply;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.plan.PlanJson;
import dev.babyagi.plan.Plans;
import dev.babyagi.reply.LooseJson.Document;

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
		assertThat(document.root()).isEqualTo(ExactJson.read(json));
		assertThat(document.truncated()).isFalse();
		assertThat(document.end()).isEqualTo(json.length());
	}

	@Test
	void readsAnyProperJsonAsJacksonDoes() {
		Random random = new Random(1);
		for (int count = 0; count < 2_000; count++) {
			String json = ExactJson.write(document(random, 4));
			assertThat(LooseJson.read(json, 0).orElseThrow().root()).isEqualTo(ExactJson.read(json));
		}
	}

	@Test
	void readsThePlansWeWrite() {
		String json = PlanJson.toText(Plans.elaborate());
		assertThat(LooseJson.read(json, 0).orElseThrow().root()).isEqualTo(ExactJson.read(json));
	}

	@ParameterizedTest
	@MethodSource
	void readsWhatModelsWrite(String written, String meant) {
		assertThat(LooseJson.read(written, 0).orElseThrow().root()).isEqualTo(ExactJson.read(meant));
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
		assertThat(document.root()).isEqualTo(ExactJson.read(kept));
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
			.isEqualTo(ExactJson.read("{\"tasks\":[]}"));
	}

	private static JsonNode document(Random random, int depth) {
		if (random.nextBoolean()) {
			ArrayNode array = JsonNodeFactory.instance.arrayNode();
			IntStream.range(0, random.nextInt(4)).forEach((_) -> array.add(value(random, depth - 1)));
			return array;
		}
		ObjectNode object = ExactJson.object();
		IntStream.range(0, random.nextInt(4)).forEach((_) -> object.set(text(random), value(random, depth - 1)));
		return object;
	}

	private static JsonNode value(Random random, int depth) {
		return switch (random.nextInt((depth > 0) ? 8 : 5)) {
			case 0 -> JsonNodeFactory.instance.numberNode(random.nextInt());
			case 1 -> JsonNodeFactory.instance.numberNode(random.nextLong());
			case 2 -> JsonNodeFactory.instance
				.numberNode(new BigDecimal(new BigInteger(90, random), random.nextInt(60) - 30));
			case 3 -> random.nextBoolean() ? JsonNodeFactory.instance.nullNode()
					: JsonNodeFactory.instance.booleanNode(random.nextBoolean());
			case 4 -> JsonNodeFactory.instance.stringNode(text(random));
			default -> document(random, depth);
		};
	}

	private static String text(Random random) {
		String characters = "ab \"\\,:{}[]'/*#$\n\t\u0001é日\u2028“”";
		return IntStream.range(0, random.nextInt(8))
			.mapToObj((_) -> characters.substring(random.nextInt(characters.length())).substring(0, 1))
			.collect(Collectors.joining());
	}

}
