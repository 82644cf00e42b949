package dev.babyagi.learning.reflect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.babyagi.experiment.ExperimentSettings;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.learning.FeedbackDraft;
import dev.babyagi.learning.FeedbackVerdict;
import dev.babyagi.learning.LabelledRuns;
import dev.babyagi.learning.ObjectiveFeedback;
import dev.babyagi.learning.PastRun;
import dev.babyagi.learning.PastRuns;
import dev.babyagi.lesson.Lesson;
import dev.babyagi.lesson.Lessons;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.Objectives;
import dev.babyagi.plan.Task;

/**
 * Gathers what a reflection is about, or says why there is none.
 */
@Component
class ReflectionSources {

	private final Objectives objectives;

	private final PastRuns runs;

	private final LabelledRuns labelled;

	private final Lessons lessons;

	private final LanguageModel model;

	private final ExperimentSettings settings;

	ReflectionSources(Objectives objectives, PastRuns runs, LabelledRuns labelled, Lessons lessons, LanguageModel model,
			ExperimentSettings settings) {
		this.objectives = objectives;
		this.runs = runs;
		this.labelled = labelled;
		this.lessons = lessons;
		this.model = model;
		this.settings = settings;
	}

	/** Why there is no reflection on some feedback; nothing if there may be one. */
	Optional<String> refusal(ObjectiveFeedback feedback, Objective objective) {
		if (!this.settings.enabled()) {
			return Optional.of("babyagi.learning.enabled is false");
		}
		if (!objective.teaches()) {
			return Optional.of("The objective was submitted with learning.teach=false");
		}
		if (feedback.verdict() == null) {
			return Optional.of("It does not say whether the answer was right: give a rating, a correction or an "
					+ "expectedOutput");
		}
		if (!this.model.isConfigured()) {
			return Optional.of("No language model is configured");
		}
		return Optional.empty();
	}

	/**
	 * Gathers what a reflection on a failure is about.
	 * @return nothing if there is nothing to learn from
	 */
	@Transactional(readOnly = true)
	Optional<ReflectionBrief> brief(ObjectiveFeedback feedback, UUID family) {
		Objective objective = this.objectives.find(feedback.objectiveId(), feedback.tenant()).orElse(null);
		if (objective == null) {
			return Optional.empty();
		}
		PastRun run = this.runs.of(objective);
		ReflectionBrief.Contrast contrast = contrast(feedback, family);
		FeedbackDraft said = feedback.said();
		if (said.comment() == null && said.correction() == null && contrast == null) {
			return Optional.empty();
		}
		String answer = run.answer(feedback.taskId());
		return Optional.of(new ReflectionBrief(asked(run, feedback.taskId()), (answer != null) ? answer : "(none)",
				said, contrast, labels(this.lessons.current(family))));
	}

	private static String asked(PastRun run, @Nullable String taskId) {
		String objective = run.objective().text();
		if (taskId == null || run.plan() == null) {
			return objective;
		}
		return run.plan()
			.find(taskId)
			.map(Task::instruction)
			.map((text) -> objective + "\nTask: " + text)
			.orElse(objective);
	}

	/** The newest like objective whose answer was right. */
	private ReflectionBrief.@Nullable Contrast contrast(ObjectiveFeedback feedback, UUID family) {
		return this.labelled.of(family)
			.stream()
			.filter((other) -> other.verdict() == FeedbackVerdict.SUCCESS && other.taskId() == null)
			.filter((other) -> !other.objectiveId().equals(feedback.objectiveId()))
			.findFirst()
			.flatMap((other) -> this.objectives.find(other.objectiveId(), other.tenant()))
			.flatMap((objective) -> Optional.ofNullable(this.runs.of(objective).answer(null))
				.map((answer) -> new ReflectionBrief.Contrast(objective.text(), answer)))
			.orElse(null);
	}

	private static Map<String, Lesson> labels(List<Lesson> lessons) {
		Map<String, Lesson> labelled = new LinkedHashMap<>();
		lessons.forEach((lesson) -> labelled.put("l" + (labelled.size() + 1), lesson));
		return labelled;
	}

}
