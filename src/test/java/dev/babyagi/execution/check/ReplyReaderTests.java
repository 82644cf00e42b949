package dev.babyagi.execution.check;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import dev.babyagi.execution.TaskFixtures;
import dev.babyagi.plan.Task.Expect;
import dev.babyagi.reply.ReadingResult;
import dev.babyagi.reply.RefusalDetector;

import static org.assertj.core.api.Assertions.assertThat;

class ReplyReaderTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			42                                           | 42
			The answer is 42.                            | 42
			**42**                                       | 42
			`1,234.5`                                    | 1234.5
			3 + 4 = 7                                    | 7
			Adding 3 and 4, the answer is 7.             | 7
			First 3, then 4.\\n\\n7                      | 7
			3 and 4 make \\boxed{7}                      | 7
			Between 3 and 4: #### 7                      | 7
			3加4，答案是7。                              | 7
			{"value": 42}                                | 42
			{"answer": "42"}                             | 42
			```json\\n{"value": 42.50}\\n```             | 42.50
			It has 42 people                             | 42
			共有42人                                     | 42
			On 2026-03-01 the total was: the answer is 9 | 9
			""")
	void readsTheNumberThatIsSaid(String reply, String number) {
		assertThat(read(Expect.NUMBER, reply).decimalValue()).isEqualByComparingTo(number);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Either 3 or 4", "none", "", "between 3-5", "about 1/3", "3 k", "5M", "12.5%",
			"On 2026-03-01 there were 42", "1,5", "three", "3 + 4 = 7 or 8", "七" })
	void neverGuessesANumber(String reply) {
		assertThat(unreadable(Expect.NUMBER, reply)).isNotBlank();
	}

	@Test
	void keepsEveryDigitOfANumber() {
		String digits = "0.33333333333333333333333333333333333333333333333333";
		assertThat(read(Expect.NUMBER, digits).decimalValue().toPlainString()).isEqualTo(digits);
	}

	@ParameterizedTest
	@CsvSource({ "42 km,km", "42,km", "42 kilometres,km", "12.5%,percent", "12.5 per cent,%",
			"The distance is 42 km.,km", "42 is the distance,km", "$42,USD", "42 people,people" })
	void takesANumberInItsUnit(String reply, String unit) {
		assertThat(read(in(unit), reply).isNumber()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "42 miles,km", "$42,EUR", "12.5%,km", "The distance is 42 miles,km" })
	void refusesANumberInAnotherUnit(String reply, String unit) {
		assertThat(unreadable(in(unit), reply)).contains("expected in " + unit);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			true                         | true
			Yes, because no other fits.  | true
			**No.**                      | false
			FALSE                        | false
			是的。                       | true
			不对                         | false
			I looked.\\n\\nYes           | true
			The answer is: no            | -
			So the answer is no.         | false
			yes and no                   | -
			It is not true               | -
			maybe                        | -
			noon                         | -
			""")
	void readsATruth(String reply, String truth) {
		Expect expect = new Expect(Expect.Type.BOOLEAN, null, null, null);
		if (truth.equals("-")) {
			assertThat(unreadable(expect, reply)).contains("true or false");
		}
		else {
			assertThat(read(expect, reply).booleanValue()).isEqualTo(Boolean.valueOf(truth));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2026-03-01                                        | 2026-03-01
			It is 2026-03-01, that is 1 March 2026.           | 2026-03-01
			March 1st, 2026                                   | 2026-03-01
			the 3rd of Feb 2026                               | 2026-02-03
			2026年3月1日                                      | 2026-03-01
			2026/3/1                                          | 2026-03-01
			2026-03-01T10:15:30Z                              | 2026-03-01T10:15:30Z
			2026-03-01 10:15                                  | 2026-03-01T10:15
			From 2025-01-01, the answer is 2026-03-01         | 2026-03-01
			03/04/2026                                        | -
			2026-02-30                                        | -
			2026-02-01 or 2026-02-02                          | -
			Sunday                                            | -
			""")
	void readsADate(String reply, String date) {
		Expect expect = new Expect(Expect.Type.DATE, null, null, null);
		if (date.equals("-")) {
			assertThat(unreadable(expect, reply)).contains("One date");
		}
		else {
			assertThat(read(expect, reply).stringValue()).isEqualTo(date);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"value":["a","b"]}             | ["a","b"]
			["a","b"]                       | ["a","b"]
			Here: ```json\\n["a","b"]\\n``` | ["a","b"]
			{"cities":["a","b"]}            | ["a","b"]
			- a\\n- b                       | ["a","b"]
			1. a\\n2) b                     | ["a","b"]
			{"value":{"a":1}}               | -
			a and b                         | -
			""")
	void readsAList(String reply, String list) {
		Expect expect = new Expect(Expect.Type.LIST, null, null, null);
		if (list.equals("-")) {
			assertThat(unreadable(expect, reply)).contains("JSON array");
		}
		else {
			assertThat(read(expect, reply)).hasToString(list);
		}
	}

	@Test
	void readsAnyDocument() {
		Expect expect = new Expect(Expect.Type.JSON, null, null, null);
		assertThat(read(expect, "{\"value\":{\"a\":1.50}}")).hasToString("{\"a\":1.50}");
		assertThat(read(expect, "{\"a\":1}")).hasToString("{\"a\":1}");
		assertThat(unreadable(expect, "no document")).contains("JSON document");
	}

	@Test
	void asksForStructureOnlyWhereThereIsSome() {
		assertThat(ReplyFormat.of(TaskFixtures.think(Expect.TEXT)).isStructured()).isFalse();
		assertThat(ReplyFormat.of(TaskFixtures.think(Expect.NUMBER)).isStructured()).isFalse();
		assertThat(ReplyFormat.of(TaskFixtures.think(new Expect(Expect.Type.LIST, null, null, null))).isStructured())
			.isTrue();
	}

	@Test
	void asksForAnObjectAsItIsAndForTheRestAsAValue() {
		JsonNode object = TaskFixtures.json("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"number\"}}}");
		JsonNode list = TaskFixtures
			.json("{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/city\"},\"$defs\":{\"city\":{}}}");
		assertThat(TaskFixtures.schemaOf(new Expect(Expect.Type.JSON, object, null, null))).isEqualTo(object);
		assertThat(TaskFixtures.schemaOf(new Expect(Expect.Type.LIST, list, null, null)))
			.isEqualTo(TaskFixtures.json("""
					{"type":"object","$defs":{"city":{}},"properties":{"value":{"type":"array",
					"items":{"$ref":"#/$defs/city"}}},"required":["value"],"additionalProperties":false}"""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "I'm sorry, but I can't help with that.", "I cannot provide this information.",
			"As an AI language model, I do not know.", "I\u2019m unable to do that.", "很抱歉，我无法回答这个问题。", "我不能提供帮助" })
	void tellsARefusal(String reply) {
		assertThat(RefusalDetector.is(reply)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "42", "I cannot overstate how large Oslo is.", "Sorry is a word of five letters.",
			"Patients say: I can't help it.", "As an aid, use a map." })
	void takesNoAnswerForARefusal(String reply) {
		assertThat(RefusalDetector.is(reply)).isFalse();
	}

	private static JsonNode read(Expect expect, String reply) {
		ReadingResult reading = ReplyReader.read(TaskFixtures.think(expect), unescaped(reply));
		assertThat(reading).isInstanceOf(ReadingResult.Value.class);
		return ((ReadingResult.Value) reading).value();
	}

	private static String unreadable(Expect expect, String reply) {
		ReadingResult reading = ReplyReader.read(TaskFixtures.think(expect), unescaped(reply));
		assertThat(reading).isInstanceOf(ReadingResult.Unreadable.class);
		return ((ReadingResult.Unreadable) reading).message();
	}

	private static String unescaped(String text) {
		return text.replace("\\n", "\n");
	}

	private static Expect in(@Nullable String unit) {
		return new Expect(Expect.Type.NUMBER, null, unit, null);
	}

}
