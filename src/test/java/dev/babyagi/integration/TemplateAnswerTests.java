package dev.babyagi.integration;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.execution.Artifact;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Task.Expect;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link TemplateAnswer}.
 */
class TemplateAnswerTests {

	private final Map<String, Artifact> artifacts = new HashMap<>(
			Map.of("t1", Briefs.artifact("7.5"), "t2", Briefs.artifact("{\"city\":\"Oslo\",\"sizes\":[1,2]}")));

	private final TemplateAnswer answer = new TemplateAnswer(this.artifacts);

	@Test
	void isTheArtifactItselfWhereThatIsReferredTo() {
		assertThat(this.answer.artifact(new Conclusion.Reference("${t2.output}")))
			.containsSame(this.artifacts.get("t2"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			${t2.output.city}       | TEXT   | Oslo
			${t2.output.sizes[1]}   | NUMBER | 2
			${t2.output.sizes}      | LIST   | [1,2]
			""")
	void isThePartOfAnArtifactThatIsReferredTo(String reference, Expect.Type type, String text) {
		Artifact part = this.answer.artifact(new Conclusion.Reference(reference)).orElseThrow();
		assertThat(part.type()).isEqualTo(type);
		assertThat(part.text()).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "${t9.output}", "${t2.output.none}", "${t2.output.sizes[2]}", "nothing" })
	void isNothingWhereWhatIsReferredToIsNotThere(String reference) {
		assertThat(this.answer.artifact(new Conclusion.Reference(reference))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			It is ${t1.output}, ${t2.output.city} | TEXT | It is 7.5, Oslo
			{"c":"${t2.output.city}"}             | JSON | {"c":"Oslo"}
			no reference at all                   | TEXT | no reference at all
			""")
	void fillsATemplate(String template, Expect.Type type, String text) {
		Artifact filled = this.answer.artifact(new Conclusion.Template(template)).orElseThrow();
		assertThat(filled.type()).isEqualTo(type);
		assertThat(filled.text()).isEqualTo(text);
	}

	@Test
	void fillsNoTemplateHalf() {
		assertThat(this.answer.artifact(new Conclusion.Template("${t1.output} of ${t9.output}"))).isEmpty();
	}

	@Test
	void leavesASynthesisToAModel() {
		assertThat(this.answer.artifact(new Conclusion.Synthesize("Say both"))).isEmpty();
	}

	@Test
	void citesWhatItRefersTo() {
		assertThat(TemplateAnswer.cites(new Conclusion.Template("${t1.output} of ${t2.output.city}")))
			.containsExactlyInAnyOrder("t1", "t2");
		assertThat(TemplateAnswer.cites(new Conclusion.Synthesize("${t1.output}"))).isEmpty();
	}

}
