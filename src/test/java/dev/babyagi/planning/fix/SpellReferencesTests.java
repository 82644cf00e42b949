package dev.babyagi.planning.fix;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.babyagi.plan.Assignment.UseTool;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.draft.DraftConstraintsFixtures;
import dev.babyagi.planning.draft.PlanDraft;
import dev.babyagi.reply.ExactJson;

import static org.assertj.core.api.Assertions.assertThat;

class SpellReferencesTests {

	@Test
	void spellsInstructionsInputsAndTheFinal() {
		PlanDraft mended = Mending.with(new SpellReferences())
			.mend(Mending.draft(" t2 ", Plans.think("t1", "a"),
					Plans.tool("t2", "lookup", "{\"city\":\"t1\",\"rows\":[\"#E1 and ${1.rows}\",2]}")));
		assertThat(((UseTool) mended.tasks().getLast().assignment()).inputs()).isEqualTo(
				ExactJson.read("{\"city\":\"${t1.output}\",\"rows\":[\"${t1.output} and ${t1.output.rows}\",2]}"));
		assertThat(mended.conclusion()).isEqualTo(new Conclusion.Template("${t2.output}"));
	}

	@Test
	void takesABareNumberForATaskOnlyIfThereIsOne() {
		List<Task> mended = Mending
			.with(new SpellReferences(), DraftConstraintsFixtures.keeping("Do it", Plans.think("t3", "c")))
			.mend(Plans.think("t1", "a"), Plans.think("t4", "$1, $2 and $3 of t1"));
		assertThat(mended.getLast().instruction()).isEqualTo("${t1.output}, $2 and ${t3.output} of t1");
	}

	@Test
	void takesDollarsOfTheObjectiveForMoney() {
		List<Task> mended = Mending.with(new SpellReferences(), DraftConstraintsFixtures.planning("Spend $2 on fruit"))
			.mend(Plans.think("t1", "a"), Plans.think("t2", "b"), Plans.think("t3", "Spend $2 on $1, see ${2}"));
		assertThat(mended.getLast().instruction()).isEqualTo("Spend $2 on ${t1.output}, see ${t2.output}");
	}

	@Test
	void leavesASynthesisAndNoFinalAsTheyAre() {
		PlanDraft draft = PlanDraft.of(List.of(Plans.think("t1", "a")));
		PlanDraft synthesis = draft.withConclusion(new Conclusion.Synthesize("Use $1"));
		assertThat(Mending.with(new SpellReferences()).mend(draft)).isEqualTo(draft);
		assertThat(Mending.with(new SpellReferences()).mend(synthesis)).isEqualTo(synthesis);
	}

}
