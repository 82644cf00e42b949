package dev.babyagi.integration;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.integration.Answer.Claim;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link JoinReply}.
 */
class JoinReplyTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "Seven", "[]", "{}", "{\"thought\":\"hm\"}", "{\"missing\":[\"all\"]}" })
	void isNoReplyWithoutAnAnswerOrAnAction(String reply) {
		assertThat(JoinReply.read(reply)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"action":"replan","answer":"7"}                      | true
			{"action":" RePlan ","answer":"7"}                    | true
			{"action":"finish","answer":" ","missing":["all"]}    | false
			{"action":"","answer":null,"missing":["all"]}         | true
			{"answer":"7","missing":["all"]}                      | false
			{"action":"","answer":""}                             | false
			""")
	void wantsMoreWorkIfItSaysSoOrHasNothingButGaps(String reply, boolean replan) {
		assertThat(read(reply).replan()).isEqualTo(replan);
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "\" \"", "\"\"" })
	void takesABlankAnswerForNone(String answer) {
		assertThat(read("{\"action\":\"finish\",\"answer\":%s}".formatted(answer)).answer()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "[{\"answer\":\"7\"}]", "{\"response\":{\"answer\":\"7\"}}",
			"{\"answer\":{\"answer\":\"7\"}}", "{\"answer\":{\"value\":\"7\"},\"action\":\"finish\"} # done" })
	void readsAnAnswerOutOfWhatWrapsIt(String reply) {
		assertThat(read(reply).answer()).hasToString("\"7\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"none\"", "\"None.\"", "[\"nothing\"]", "\"N/A\"", "[\"-\"]" })
	void takesAWordForNothingForNoGap(String missing) {
		assertThat(read("{\"answer\":\"7\",\"missing\":%s}".formatted(missing)).missing()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"t1, t2\"", "[1, 2]", "[\"T1\",\"T2\"]", "\"t1 and t2\"", "[\"${t1.output}\",\"[t2]\"]",
			"[\"task 1\",\"task_2\"]" })
	void readsCitesHoweverTheyAreWritten(String cites) {
		assertThat(read("{\"answer\":\"7\",\"claims\":[{\"text\":\"a\",\"cites\":%s}]}".formatted(cites)).claims())
			.containsExactly(new Claim("a", List.of("t1", "t2")));
	}

	@Test
	void keepsAnAnswerThatIsNoText() {
		assertThat(read("{\"answer\":false}").answer()).hasToString("false");
	}

	@Test
	void takesOneTextForAListOfOneAndLeavesOutWhatSaysNothing() {
		assertThat(read("{\"answer\":\"7\",\"missing\":\"the colour\"}").missing()).containsExactly("the colour");
		assertThat(read("{\"answer\":\"7\",\"missing\":[null,\" \",3]}").missing()).containsExactly("3");
	}

	@Test
	void findsTheTaskInACiteHoweverItIsSpelled() {
		assertThat(read("""
				{"answer":"7","claims":["bare",{"text":"one","cites":"${t1-2.output}"},
				{"text":"two","cites":["[t2]"," nobody ","task t31"]},{"cites":[]}]}""").claims()).containsExactly(
				new Claim("bare", List.of()), new Claim("one", List.of("t1-2")),
				new Claim("two", List.of("t2", "nobody", "t31")), new Claim("", List.of()));
	}

	private static JoinReply read(String reply) {
		return JoinReply.read(reply).orElseThrow();
	}

}
