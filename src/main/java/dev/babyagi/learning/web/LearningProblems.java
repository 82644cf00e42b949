package dev.babyagi.learning.web;

import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.babyagi.exemplar.ExemplarNotFound;
import dev.babyagi.learning.FeedbackNotFound;
import dev.babyagi.learning.ObjectiveNotEnded;
import dev.babyagi.learning.TaskNotFound;
import dev.babyagi.lesson.LessonNotFound;
import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemMapping;
import dev.babyagi.web.ProblemType;

/**
 * Maps the exceptions of learning to problems of the HTTP API.
 */
@Component
class LearningProblems implements ProblemMapping {

	@Override
	public Optional<Problem> map(Exception exception) {
		return Optional.ofNullable(switch (exception) {
			case LessonNotFound ex -> Problem.of(ProblemType.NOT_FOUND, String.valueOf(ex.getMessage()));
			case ExemplarNotFound ex -> Problem.of(ProblemType.NOT_FOUND, String.valueOf(ex.getMessage()));
			case FeedbackNotFound ex -> Problem.of(ProblemType.NOT_FOUND, String.valueOf(ex.getMessage()));
			case TaskNotFound ex -> Problem.of(ProblemType.NOT_FOUND, String.valueOf(ex.getMessage()));
			case ObjectiveNotEnded ex -> Problem.of(ProblemType.CONFLICT, String.valueOf(ex.getMessage()));
			default -> null;
		});
	}

}
