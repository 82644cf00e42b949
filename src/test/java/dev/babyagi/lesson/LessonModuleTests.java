package dev.babyagi.lesson;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.OwnDatabase;
import dev.babyagi.experiment.ExperimentArm;
import dev.babyagi.experiment.MeasuredEffect;
import dev.babyagi.family.ObjectiveFamilies;
import dev.babyagi.language.ScriptedModel;
import dev.babyagi.objective.ContextId;
import dev.babyagi.objective.JourneyObjectives;
import dev.babyagi.objective.LearningUse;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveErased;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.Objectives;
import dev.babyagi.objective.Submission;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lessons with everything below them.
 */
@OwnDatabase
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@TestPropertySource(properties = "babyagi.memory.embedding.model=none")
class LessonModuleTests {

	private String tenant = "";

	private UUID family = UUID.randomUUID();

	@Autowired
	private Lessons lessons;

	@Autowired
	private ObjectiveFamilies families;

	@Autowired
	private LessonSelection selection;

	@Autowired
	private LessonUses uses;

	@Autowired
	private Objectives objectives;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transaction;

	@BeforeEach
	void setUp() {
		this.tenant = "t" + UUID.randomUUID().toString().replace("-", "");
		this.family = inTransaction(() -> this.families.found(this.tenant, new ObjectiveId(UUID.randomUUID()),
				"How long is the way to Oslo by boat?"));
	}

	@Test
	void findsTheFamilyOfALikeObjective() {
		assertThat(this.families.find(this.tenant, "How long is the way to Rome by boat?")).hasValue(this.family);
		assertThat(this.families.find(this.tenant, "Write a poem about winter")).isEmpty();
		assertThat(this.families.find("another", "How long is the way to Rome by boat?")).isEmpty();
	}

	@Test
	void choosesNothingWhereThereIsNothing() {
		assertThat(this.selection.of(objective("How long is the way to Rome by boat?"))).isSameAs(PromptLesson.NONE);
	}

	@Test
	void choosesTheActiveLessonAndKeepsTheChoice() {
		Lesson lesson = active("Boats", "Add an hour for the harbour.");
		Objective objective = with(lesson);
		PromptLesson chosen = this.selection.of(objective);
		assertThat(chosen.unrecorded()).as("nothing is searched before a prompt is written").isEmpty();
		assertThat(chosen.section()).contains("Add an hour for the harbour.");
		LessonChoice choice = chosen.unrecorded().orElseThrow();
		for (int time = 0; time < 2; time++) {
			this.transaction.executeWithoutResult((status) -> this.uses.record(objective, choice, Instant.now()));
		}
		active("The way by boat", "Ask the captain.");
		assertThat(this.selection.of(objective).section()).as("after a crash").contains("Add an hour");
	}

	@Test
	void holdsTheLessonOutOfAShare() {
		Lesson lesson = active("Boats", "Add an hour for the harbour.");
		List<Boolean> with = new ArrayList<>();
		for (int number = 0; number < 400; number++) {
			with.add(!this.selection.of(objective("How long is the way to Rome by boat?")).section().isEmpty());
		}
		assertThat(with.stream().filter((one) -> !one).count()).as("about 40 of 400").isBetween(14L, 75L);
		assertThat(lesson.state()).isEqualTo(LessonState.ACTIVE);
	}

	@Test
	void usesNoLessonWhereTheClientWantsNone() {
		active("Boats", "Add an hour for the harbour.");
		Submission usual = submission("How long is the way to Rome by boat?");
		Submission without = new Submission(usual.text(), usual.context(), null, usual.planning(), usual.limits(), 1, 5,
				null, usual.memory(), new LearningUse(false, true), usual.metadata());
		Objective objective = inTransaction(() -> this.objectives.submit(this.tenant, without));
		assertThat(this.selection.of(objective)).isSameAs(PromptLesson.NONE);
	}

	@Test
	void retiresTheOldestCandidateOfAFullFamily() {
		Lesson first = active("First", "Number 0.");
		Lesson second = propose("Second", "Number 1.", null);
		for (int number = 2; number <= Lessons.MOST_OF_FAMILY; number++) {
			propose("More", "Number " + number + ".", null);
		}
		assertThat(find(first).state()).isEqualTo(LessonState.ACTIVE);
		assertThat(find(second).state()).isEqualTo(LessonState.RETIRED);
		assertThat(this.lessons.current(this.family)).hasSize(Lessons.MOST_OF_FAMILY);
	}

	@Test
	void retiresWhatAnAdmittedLessonReplaces() {
		Lesson old = active("Boats", "Add an hour.");
		Lesson edited = propose("Boats", "Add two hours.", old.getId());
		assertThat(find(old).state()).isEqualTo(LessonState.ACTIVE);
		this.transaction.executeWithoutResult((status) -> this.lessons.admit(find(edited), "It won"));
		assertThat(find(old).state()).isEqualTo(LessonState.RETIRED);
		assertThat(find(old).reason()).contains(edited.id().toString());
	}

	@Test
	void erasesWhatOnlyAnErasedObjectiveTaught() {
		ObjectiveId one = new ObjectiveId(UUID.randomUUID());
		ObjectiveId other = new ObjectiveId(UUID.randomUUID());
		Lesson alone = inTransaction(
				() -> this.lessons.propose(this.tenant, this.family, text("A", "Alone."), source(one), null));
		Lesson shared = inTransaction(
				() -> this.lessons.propose(this.tenant, this.family, text("S", "Shared."), source(one), null));
		this.transaction.executeWithoutResult((status) -> this.lessons.confirm(find(shared), source(other)));
		erase(one, ObjectiveErased.Cause.RETENTION);
		assertThat(this.lessons.find(alone.getId())).as("retention erases the objective alone").isPresent();
		erase(one, ObjectiveErased.Cause.CLIENT);
		assertThat(this.lessons.find(alone.getId())).isEmpty();
		assertThat(this.lessons.sources(find(shared))).containsExactly(other);
	}

	@Test
	void countsWhatFeedbackSaysInBothArms() {
		Lesson lesson = active("Boats", "Add an hour for the harbour.");
		for (int number = 0; number < 12; number++) {
			use(lesson, ExperimentArm.WITH, number < 9);
			use(lesson, ExperimentArm.WITHOUT, number < 3);
		}
		use(lesson, ExperimentArm.WITH, null);
		MeasuredEffect effect = this.lessons.effect(lesson);
		assertThat(effect.with()).isEqualTo(new MeasuredEffect.Arm(12, 9, 1));
		assertThat(effect.without()).isEqualTo(new MeasuredEffect.Arm(12, 3, 0));
		assertThat(effect.lift()).isEqualTo(0.5);
		assertThat(effect.interval().low()).isPositive();
		assertThat(judged(lesson)).isFalse();
	}

	@Test
	void retiresALessonThatDoesHarmUnlessItIsPinned() {
		Lesson lesson = active("Boats", "Swim.");
		for (int number = 0; number < 8; number++) {
			use(lesson, ExperimentArm.WITH, false);
			use(lesson, ExperimentArm.WITHOUT, true);
		}
		this.transaction.executeWithoutResult((status) -> this.lessons.pin(find(lesson), true));
		assertThat(judged(lesson)).as("pinned").isFalse();
		this.transaction.executeWithoutResult((status) -> this.lessons.pin(find(lesson), false));
		assertThat(judged(lesson)).isTrue();
		assertThat(find(lesson).reason()).contains("0 of 8 right", "8 of 8");
	}

	private boolean judged(Lesson lesson) {
		return inTransaction(() -> this.lessons.judge(find(lesson)));
	}

	private void use(Lesson lesson, ExperimentArm arm, @Nullable Boolean success) {
		Objective objective = objective("How long is the way to Rome by boat?");
		LessonChoice choice = new LessonChoice(lesson.getId(), lesson.wording(), arm, false, lesson.text());
		this.transaction.executeWithoutResult((status) -> {
			this.uses.record(objective, choice, Instant.now());
			if (success != null) {
				this.uses.label(objective.id(), success, Instant.now());
			}
		});
	}

	private void erase(ObjectiveId id, ObjectiveErased.Cause cause) {
		this.transaction
			.executeWithoutResult((status) -> this.events.publishEvent(new ObjectiveErased(id, this.tenant, cause)));
	}

	/** An objective that gets the lesson. */
	private Objective with(Lesson lesson) {
		while (true) {
			Objective objective = objective("How long is the way to Rome by boat?");
			if (ExperimentArm.of(lesson.getId(), objective.id().id(), 0.9) == ExperimentArm.WITH) {
				return objective;
			}
		}
	}

	private Objective objective(String text) {
		return inTransaction(() -> this.objectives.submit(this.tenant, submission(text)));
	}

	private static Submission submission(String text) {
		return new Submission(text, new ContextId(UUID.randomUUID()), null, "direct", JourneyObjectives.LIMITS, 1, 5,
				null, Map.of());
	}

	private Lesson active(String title, String content) {
		Lesson lesson = propose(title, content, null);
		this.transaction.executeWithoutResult((status) -> this.lessons.admit(find(lesson), "It won"));
		return find(lesson);
	}

	private Lesson propose(String title, String content, @Nullable UUID replaces) {
		return inTransaction(() -> this.lessons.propose(this.tenant, this.family, text(title, content),
				source(new ObjectiveId(UUID.randomUUID())), replaces));
	}

	private static LessonSource source(ObjectiveId objective) {
		return new LessonSource(UUID.randomUUID(), objective);
	}

	private static LessonText text(String title, String content) {
		return new LessonText(title, "The way by boat", "", content);
	}

	private Lesson find(Lesson lesson) {
		return this.lessons.find(lesson.getId()).orElseThrow();
	}

	private <T> T inTransaction(Supplier<T> action) {
		return Optional.ofNullable(this.transaction.execute((status) -> action.get())).orElseThrow();
	}

	@TestConfiguration
	static class Beside {

		@Bean
		@Primary
		ScriptedModel scriptedModel() {
			return new ScriptedModel();
		}

		@Bean
		@Primary
		Clock ticking() {
			return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
		}

	}

}
