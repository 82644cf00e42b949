package dev.babyagi.memory.extract;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link ExtractionReply}: the shapes that models give their replies.
 */
class ExtractionReplyTests {

	private static final String FACT = """
			{"kind": "fact", "subject": "user", "attribute": "home town", "value": "Oslo",
			"text": "The user lives in Oslo.", "quote": "I live in Oslo"}""";

	private static final ReportedFact READ = new ReportedFact("fact", "user", "home town", "Oslo",
			"The user lives in Oslo.", "I live in Oslo");

	@ParameterizedTest
	@ValueSource(strings = { "{\"facts\": [%s]}", "[%s]", "%s", "[{\"facts\": [%s]}]",
			"{\"response\": {\"facts\": [%s]}}", "{\"result\": [%s]} # done", "{\"answer\": {\"facts\": [%s]}}",
			"{\"facts\": %s}", "{\"memories\": [%s]}", "```json\n{\"facts\": [%s]}\n```",
			"Here they are [1]:\n{\"facts\": [%s]}\nThat is all.", "{facts: [%s,],}",
			"{\"thought\": \"Hm\", \"facts\": [%s]}", "{\"facts\": [%s, {\"kind\": \"fact\", \"subj" })
	void readsFactsInManyShapes(String shape) {
		assertThat(ExtractionReply.read(shape.replace("%s", FACT))).contains(List.of(READ));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"facts\": []}", "{\"facts\": null}", "```\n{\"facts\": []}\n```",
			"{\"facts\": [{\"subject\": \"user\"}]}" })
	void readsThatThereIsNothing(String reply) {
		assertThat(ExtractionReply.read(reply)).contains(List.of());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "There are no facts.", "{\"answer\": \"Paris\"}", "[]", "{\"tool\": \"hammer\"}" })
	void saysWhatCannotBeRead(String reply) {
		assertThat(ExtractionReply.read(reply)).isEmpty();
	}

	@Test
	void readsOtherNamesOfFieldsAndValuesThatAreNoText() {
		assertThat(ExtractionReply.read("""
				{"facts": [{"type": "preference", "subject": "user", "property": "cups", "value": 3,
				"evidence": "3 cups\\u0000 a\\nday"}]}"""))
			.contains(List.of(new ReportedFact("preference", "user", "cups", "3", "", "3 cups a day")));
	}

	@Test
	void readsTwentyFactsAtMost() {
		assertThat(ExtractionReply.read("[" + (FACT + ",").repeat(30) + FACT + "]").orElseThrow()).hasSize(20);
	}

}
