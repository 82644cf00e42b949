package dev.babyagi.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Plan} and {@link Conclusion}.
 */
class PlanTests {

	@Test
	void findsATaskById() {
		Plan plan = Plans.elaborate();
		assertThat(plan.find("t2-2")).contains(plan.task("t2-2"));
		assertThat(plan.task("t2-2").id()).isEqualTo("t2-2");
		assertThat(plan.find("t2-3")).isEmpty();
	}

	@Test
	void saysWhichTaskOfWhichRevisionIsMissing() {
		assertThatIllegalArgumentException().isThrownBy(() -> Plans.elaborate().task("t9"))
			.withMessage("Plan revision 3 has no task 't9'");
	}

	@Test
	void givesTheChildrenOfATaskInTheirOrderWithoutTheirOwn() {
		Plan plan = Plans.of(Origin.DECOMPOSED, Plans.child("t1-2", "t1"), Plans.think("t1", "a"),
				Plans.child("t1-1", "t1"), Plans.child("t1-1-1", "t1-1"));
		assertThat(plan.children("t1")).extracting(Task::id).containsExactly("t1-2", "t1-1");
		assertThat(plan.children("t1-2")).isEmpty();
	}

	@Test
	void doesNotChangeWithWhatItWasMadeOf() {
		List<Task> tasks = new ArrayList<>(Plans.diamond().tasks());
		Map<String, Conclusion> conclusions = new LinkedHashMap<>(
				Map.of("t2", new Conclusion.Reference("${t2-1.output}")));
		Plan plan = new Plan(2, Origin.DECOMPOSED, null, List.of(), tasks, new Conclusion.Synthesize("x"), conclusions);
		tasks.clear();
		conclusions.clear();
		assertThat(plan.tasks()).hasSize(5);
		assertThat(plan.childConclusions()).containsOnlyKeys("t2");
	}

	@Test
	void concludesFromTheTaskOfAReference() {
		assertThat(new Conclusion.Reference("${t4.output.rows[0]}").tasks()).containsExactly("t4");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			${t4.output} of ${t15.output}, again ${t4.output} | t4,t15
			no task at all                                    | ''
			""")
	void concludesFromEveryTaskOfATemplate(String template, String tasks) {
		assertThat(String.join(",", new Conclusion.Template(template).tasks())).isEqualTo(tasks);
	}

	@Test
	void namesNoTaskInASynthesis() {
		assertThat(new Conclusion.Synthesize("Compare ${t1.output}").tasks()).isEqualTo(Set.of());
	}

}
