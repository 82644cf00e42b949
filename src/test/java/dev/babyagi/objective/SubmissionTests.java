package dev.babyagi.objective;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a submission holds, and how its tools become a column.
 */
class SubmissionTests {

	private final ToolNames column = new ToolNames();

	@Test
	void keepsListsThatItsCallerCannotChange() {
		List<String> tools = new ArrayList<>(List.of("calculator"));
		Map<String, String> metadata = new HashMap<>(Map.of("ticket", "42"));
		Submission submission = new Submission("Add", ObjectiveLives.CONTEXT, null, "auto", ObjectiveLives.LIMITS, 1, 5,
				tools, metadata);
		tools.add("send_mail");
		metadata.clear();
		assertThat(submission.tools()).containsExactly("calculator");
		assertThat(submission.metadata()).containsOnlyKeys("ticket");
	}

	@Test
	void tellsEveryPureToolFromNoTool() {
		assertThat(this.column.convertToDatabaseColumn(null)).isNull();
		assertThat(this.column.convertToEntityAttribute(null)).isNull();
		assertThat(this.column.convertToDatabaseColumn(List.of())).isEmpty();
		assertThat(this.column.convertToEntityAttribute("")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "calculator", "calculator,datetime", "a,b,c" })
	void readsBackTheToolsOfAColumn(String names) {
		List<String> tools = this.column.convertToEntityAttribute(names);
		assertThat(tools).isUnmodifiable();
		assertThat(this.column.convertToDatabaseColumn(tools)).isEqualTo(names);
	}

}
