package dev.babyagi.tuning;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.babyagi.dataset.DatasetRole;

import static org.assertj.core.api.Assertions.assertThat;

class ReplyComparisonTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "{\"answer\": \"12\"} | It is 12. | true",
			"{\"answer\": \"12\"} | {\"answer\": 12} | true", "{\"answer\": \"12\"} | {\"answer\": \"13\"} | false",
			"Oslo | oslo. | true",
			"{\"tool\": \"calculator\", \"inputs\": {\"a\": 1}} | {\"tool\":\"calculator\",\"inputs\":{\"a\":1}} | true",
			"{\"value\": true} | {\"value\": false} | false" })
	void comparesAnswers(String expected, String reply, boolean right) {
		assertThat(ReplyComparison.isRight(DatasetRole.EXECUTOR, expected, reply)).isEqualTo(right);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"{\"tasks\":[{\"assignment\":\"think\"}],\"final\":{\"kind\":\"synthesize\"}} | {\"thought\":\"x\",\"tasks\":[{\"assignment\":\"think\",\"title\":\"y\"}],\"final\":{\"kind\":\"synthesize\"}} | true",
			"{\"tasks\":[{\"assignment\":\"think\"}],\"final\":{\"kind\":\"synthesize\"}} | {\"tasks\":[{\"assignment\":\"tool\",\"tool\":\"calculator\"}],\"final\":{\"kind\":\"synthesize\"}} | false",
			"{\"tasks\":[{\"assignment\":\"think\"}],\"final\":{\"kind\":\"synthesize\"}} | no plan | false" })
	void comparesPlansByTheirTasks(String expected, String reply, boolean right) {
		assertThat(ReplyComparison.isRight(DatasetRole.PLANNER, expected, reply)).isEqualTo(right);
	}

}
