package dev.babyagi.language.openai;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.WireFaults;
import dev.babyagi.language.ModelResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Native tool calls, though no request offers a tool.
 */
class ToolCallTests extends OverHttp {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"expression": "0.10"} | {"expression": "0.10"}
			``                     | {}
			6 * 7                  | "6 * 7"
			[1, 2]                 | "[1, 2]"
			{"expression":         | "{\\"expression\\":"
			""")
	void becomesTheTextOfTheReply(String arguments, String inputs) {
		answer(WireFaults.toolCalls("calculator", arguments));
		assertThat(reply(this.asked.text("?")).text()).isEqualTo("{\"tool\":\"calculator\",\"inputs\":" + inputs + "}");
	}

	@Test
	void readsArgumentsThatAreAnObject() {
		answer(WireFaults.toolCalls("calculator", "")
			.message((message) -> message.withArray("tool_calls")
				.addObject()
				.putObject("function")
				.putObject("arguments")));
		assertThat(reply(this.asked.text("?")).text()).isEqualTo("{\"tool\":\"calculator\",\"inputs\":{}}");
		answer(PARIS.message((message) -> message.withArray("tool_calls")
			.addObject()
			.put("name", "datetime")
			.putObject("arguments")
			.put("operation", "now")));
		assertThat(reply(this.asked.text("?")).text())
			.isEqualTo("{\"tool\":\"datetime\",\"inputs\":{\"operation\":\"now\"}}");
	}

	@Test
	void readsTheOlderForm() {
		answer(FakeResponse.text("")
			.message((message) -> message.putObject("function_call")
				.put("name", "calculator")
				.put("arguments", "{\"expression\":\"1\"}"))
			.finish("function_call"));
		assertThat(reply(this.asked.structured("?")).text())
			.isEqualTo("{\"tool\":\"calculator\",\"inputs\":{\"expression\":\"1\"}}");
	}

	@Test
	void isNoReplyWhereThereAreSeveral() {
		answer(WireFaults.toolCalls("calculator", "{}", "datetime", "{}"));
		assertThat(this.asked.text("?")).isInstanceOfSatisfying(ModelResult.Unusable.class,
				(unusable) -> assertThat(unusable.reason()).contains("called 2 tools at once"));
		assertThat(calls()).isOne();
	}

}
