package dev.babyagi.planning.fix;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;

import static org.assertj.core.api.Assertions.assertThat;

class TaskSignatureTests {

	private static final Task FIND = Plans.think("t1", "Find 3.5 km", "t8", "t9");

	private static final Task LOOKUP = Plans.tool("t1", "lookup", "{\"city\":\"Oslo\",\"rows\":1}");

	@ParameterizedTest
	@MethodSource
	void isEqualForTheSameWork(Task left, Task right) {
		assertThat(TaskSignature.of(left)).isEqualTo(TaskSignature.of(right))
			.hasSameHashCodeAs(TaskSignature.of(right));
	}

	static Stream<Arguments> isEqualForTheSameWork() {
		return Stream.of(Arguments.of(FIND, Plans.think("t2", "find  3.5 km.", "t9", "t8")),
				Arguments.of(LOOKUP, Plans.tool("t2", "lookup", "{\"rows\":1,\"city\":\"Oslo\"}")));
	}

	@ParameterizedTest
	@MethodSource
	void differsForOtherWork(Task left, Task right) {
		assertThat(TaskSignature.of(left)).isNotEqualTo(TaskSignature.of(right));
	}

	static Stream<Arguments> differsForOtherWork() {
		return Stream.of(Arguments.of(FIND, Plans.think("t1", "Find 35 km", "t8", "t9")),
				Arguments.of(FIND, Plans.think("t1", "Find 3.5 km", "t8")),
				Arguments.of(FIND, FIND.withAssignment(new Assignment.SubPlan())),
				Arguments.of(LOOKUP, Plans.tool("t1", "lookups", "{\"city\":\"Oslo\",\"rows\":1}")),
				Arguments.of(LOOKUP, Plans.tool("t1", "lookup", "{\"city\":\"oslo\",\"rows\":1}")),
				Arguments.of(LOOKUP, Plans.tool("t1", "lookup", "{\"city\":\"Oslo\",\"rows\":1}", "t8")));
	}

}
