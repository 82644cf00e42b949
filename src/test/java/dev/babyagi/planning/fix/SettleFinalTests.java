package dev.babyagi.planning.fix;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.draft.DraftConstraintsFixtures;
import dev.babyagi.planning.draft.PlanDraft;

import static org.assertj.core.api.Assertions.assertThat;

class SettleFinalTests {

	private static final Task A = Plans.think("t1", "a");

	private static final Task B = Plans.think("t2", "b");

	private final Mending mending = Mending.with(new SettleFinal());

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			` ${t2.output} `                 | true
			${t2.output.rows[0]["a b"]}      | true
			${t2.output}.                    | false
			${t1.output}${t2.output}         | false
			""")
	void tellsOneReferenceFromATextWithReferences(String written, boolean isReference) {
		Conclusion conclusion = this.mending.mend(Mending.draft(written, A, B)).conclusion();
		assertThat(conclusion)
			.isEqualTo(isReference ? new Conclusion.Reference(written.strip()) : new Conclusion.Template(written));
	}

	@Test
	void keepsASynthesis() {
		Conclusion written = new Conclusion.Synthesize("Write a poem");
		assertThat(this.mending.mend(PlanDraft.of(List.of(A)).withConclusion(written)).conclusion()).isEqualTo(written);
	}

	@Test
	void takesTheOnlyTaskForTheAnswerWhenTheFinalNamesNone() {
		Conclusion only = new Conclusion.Reference("${t2.output}");
		assertThat(this.mending.mend(PlanDraft.of(List.of(B))).conclusion()).isEqualTo(only);
		assertThat(this.mending.mend(Mending.draft("the end", B)).conclusion()).isEqualTo(only);
	}

	@Test
	void joinsSeveralTasksWhenTheFinalNamesNone() {
		assertThat(this.mending.mend(Mending.draft("the end", A, B)).conclusion()).isEqualTo(SettleFinal.SYNTHESIS);
		assertThat(Mending.with(new SettleFinal(), DraftConstraintsFixtures.splitting("Do it", "Do a part", 2))
			.mend(PlanDraft.of(List.of(A, B)))
			.conclusion()).isInstanceOf(Conclusion.Synthesize.class).isNotEqualTo(SettleFinal.SYNTHESIS);
	}

	@Test
	void trustsTheOnlyTaskLessWhenTheReplyBrokeOff() {
		PlanDraft truncated = new PlanDraft(null, List.of(), List.of(A), null, true);
		assertThat(this.mending.mend(truncated).conclusion()).isEqualTo(SettleFinal.SYNTHESIS);
	}

}
