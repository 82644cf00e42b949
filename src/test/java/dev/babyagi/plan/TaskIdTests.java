package dev.babyagi.plan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TaskIdTests {

	@ParameterizedTest
	@ValueSource(strings = { "t1", "t10", "t9999", "t3-1", "t3-99", "t3-1-2" })
	void knowsAndKeepsAWellFormedId(String id) {
		assertThat(TaskId.isWellFormed(id)).isTrue();
		assertThat(TaskId.normalise(id)).contains(id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1", "t", "t0", "t01", "T1", "t1 ", "t10000", "t1-", "t1-0", "t1-100", "t1-1-1-1",
			"t1.output", "x t1" })
	void knowsAnIllFormedId(String id) {
		assertThat(TaskId.isWellFormed(id)).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2             | t2
			' 2 '         | t2
			2.            | t2
			T2            | t2
			t02           | t2
			task_2        | t2
			Task 2        | t2
			step-12       | t12
			E2            | t2
			#E2           | t2
			$2            | t2
			${t2.output}  | t2
			T3-1          | t3-1
			task 3-1-2    | t3-1-2
			""")
	void readsWhatModelsWriteForAnId(String written, String id) {
		assertThat(TaskId.normalise(written)).contains(id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "t0", "r1", "gather", "t12345", "t1, t2", "2.5", "two", "t1-0", "task" })
	void readsNothingElseAsAnId(String written) {
		assertThat(TaskId.normalise(written)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "t3,3,0", "t12,12,0", "t3-1,3,1", "t12-10,12,1", "t7-2-3,7,2" })
	void tellsNumberAndDepth(String id, int number, int depth) {
		assertThat(TaskId.number(id)).isEqualTo(number);
		assertThat(TaskId.depth(id)).isEqualTo(depth);
	}

	@Test
	void namesAChildAfterItsParentAndOneLevelBelow() {
		String child = TaskId.child("t3", 1);
		assertThat(child).isEqualTo("t3-1").satisfies((id) -> assertThat(TaskId.isWellFormed(id)).isTrue());
		assertThat(TaskId.depth(TaskId.child(child, 2))).isEqualTo(TaskId.depth(child) + 1);
	}

}
