package dev.babyagi.journey.stage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.babyagi.execution.Execution;
import dev.babyagi.execution.JourneyExecutions;
import dev.babyagi.execution.TaskState;
import dev.babyagi.integration.Integration;
import dev.babyagi.journey.work.OwnedState;
import dev.babyagi.journey.work.UnitOfWork;
import dev.babyagi.language.Meter;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.language.ScriptedModel;
import dev.babyagi.objective.JourneyObjectives;
import dev.babyagi.objective.Objective;
import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Origin;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link ParentCompletion}.
 */
class ParentCompletionTests {

	private static final Instant NOW = JourneyObjectives.START;

	private static final Conclusion SYNTHESIS = new Conclusion.Synthesize("Say both");

	private final ParentCompletion parents = new ParentCompletion(new Integration());

	@Test
	void takesTheArtifactOfTheChildThatIsReferredTo() {
		UnitOfWork work = work(new Conclusion.Reference("${t2-2.output}"), "t2-1", "t2-2");
		assertThat(conclude(work)).isEmpty();
		assertThat(work.execution().run("t2").state()).isEqualTo(TaskState.SUCCEEDED);
		assertThat(work.execution().artifacts().get("t2")).hasFieldOrPropertyWithValue("text", "of t2-2");
	}

	@Test
	void fillsATemplateWithWhatTheChildrenFound() {
		UnitOfWork work = work(new Conclusion.Template("${t2-1.output}, ${t2-2.output}"), "t2-1", "t2-2");
		assertThat(conclude(work)).isEmpty();
		assertThat(work.execution().artifacts().get("t2")).hasFieldOrPropertyWithValue("text", "of t2-1, of t2-2");
	}

	@Test
	void failsWithoutTheChildThatIsReferredTo() {
		UnitOfWork work = work(new Conclusion.Reference("${t2-2.output}"), "t2-1");
		assertThat(conclude(work)).isEmpty();
		assertThat(work.execution().run("t2").state()).isEqualTo(TaskState.FAILED);
		assertThat(work.execution().run("t3").state()).as("nothing can come of what depends on it")
			.isEqualTo(TaskState.SKIPPED);
	}

	@Test
	void asksForASynthesisOfTheChildrenThatFoundSomething() {
		UnitOfWork work = work(SYNTHESIS, "t2-2");
		Task joining = conclude(work).orElseThrow();
		assertThat(joining.id()).isEqualTo("t2");
		assertThat(joining.assignment()).isEqualTo(new Assignment.Think());
		assertThat(joining.dependsOn()).as("what the parent sees, and the children there are")
			.containsExactly("t1", "t2-2");
		assertThat(joining.instruction()).isEqualTo("See to ${t1.output}\nSay both");
		assertThat(work.execution().run("t2").state()).as("it is for a model to conclude it")
			.isEqualTo(TaskState.RUNNING);
	}

	@Test
	void failsWhenNoChildFoundAnything() {
		UnitOfWork work = work(SYNTHESIS);
		assertThat(conclude(work)).isEmpty();
		assertThat(work.execution().run("t2").state()).isEqualTo(TaskState.FAILED);
	}

	@Test
	void failsWhenTheSynthesisCameToNothing() {
		UnitOfWork work = work(SYNTHESIS, "t2-1", "t2-2");
		work.execution().exhaust("t2", "It was empty three times");
		assertThat(conclude(work)).isEmpty();
		assertThat(work.execution().run("t2").state()).isEqualTo(TaskState.FAILED);
		assertThat(work.execution().failures()).containsEntry("t2", "It was empty three times");
	}

	private Optional<Task> conclude(UnitOfWork work) {
		return this.parents.conclude(work, work.requirePlan().task("t2"));
	}

	/** A parent at work, some of whose children have an artifact. */
	private static UnitOfWork work(Conclusion conclusion, String... succeeded) {
		Plan plan = new Plan(2, Origin.DECOMPOSED, null, List.of(),
				List.of(Plans.think("t1", "Find it"), Plans.subPlan("t2", "See to ${t1.output}", "t1"),
						Plans.child("t2-1", "t2"), Plans.child("t2-2", "t2"), Plans.think("t3", "Go on", "t2")),
				new Conclusion.Reference("${t3.output}"), Map.of("t2", conclusion));
		Objective objective = JourneyObjectives.planned("Find it and see to it");
		Execution execution = JourneyExecutions.following(objective, plan, NOW);
		JourneyExecutions.succeed(execution, "t1", "of t1", NOW);
		execution.expand("t2", NOW);
		for (String child : succeeded) {
			JourneyExecutions.succeed(execution, child, "of " + child, NOW);
		}
		OwnedState owned = new OwnedState(objective, execution, List.of(),
				new Meter(OwnedState.budget(objective.limits()), ModelUsage.NONE));
		return UnitOfWork.of(owned, new ScriptedModel(), NOW);
	}

}
