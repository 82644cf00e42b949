package dev.babyagi.learning.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.babyagi.journey.ReplayableCalls;
import dev.babyagi.learning.LabelledRuns;
import dev.babyagi.learning.ObjectiveFeedback;
import dev.babyagi.lesson.Lesson;
import dev.babyagi.lesson.Lessons;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.Objectives;

/**
 * Finds the stored tasks that a lesson can be tried on: labelled ones of its family that
 * can be checked, but for those that gave it its words.
 */
@Component
class ReplayCases {

	/** More would cost more than they tell. */
	private static final int MOST = 20;

	private final LabelledRuns labelled;

	private final Objectives objectives;

	private final Lessons lessons;

	private final ReplayableCalls replays;

	ReplayCases(LabelledRuns labelled, Objectives objectives, Lessons lessons, ReplayableCalls replays) {
		this.labelled = labelled;
		this.objectives = objectives;
		this.lessons = lessons;
		this.replays = replays;
	}

	/** The cases of a lesson, newest first; one for each call. */
	@Transactional(readOnly = true)
	List<ReplayCase> of(Lesson lesson) {
		List<ObjectiveId> sources = this.lessons.sourcesOfWords(lesson);
		return this.labelled.of(lesson.familyId())
			.stream()
			.filter((feedback) -> !sources.contains(feedback.objectiveId()))
			.flatMap((feedback) -> replayable(feedback).stream())
			.collect(Collectors.toMap(ReplayCase::key, Function.identity(), (newest, same) -> newest,
					LinkedHashMap::new))
			.values()
			.stream()
			.limit(MOST)
			.toList();
	}

	private Optional<ReplayCase> replayable(ObjectiveFeedback feedback) {
		return this.objectives.find(feedback.objectiveId(), feedback.tenant())
			.flatMap((objective) -> this.replays.find(objective, feedback.taskId()))
			.filter((call) -> feedback.said().expectedOutput() != null || call.isRecomputed())
			.map((call) -> new ReplayCase(feedback, call));
	}

}
