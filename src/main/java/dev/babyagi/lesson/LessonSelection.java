package dev.babyagi.lesson;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.babyagi.experiment.ExperimentArm;
import dev.babyagi.experiment.ExperimentSettings;
import dev.babyagi.family.ObjectiveFamilies;
import dev.babyagi.family.SharedWords;
import dev.babyagi.family.SlottedText;
import dev.babyagi.memory.TextLikeness;
import dev.babyagi.objective.Objective;

/**
 * Chooses the one lesson that the prompts of an objective may hold: the most alike active
 * one of its family, or, in one objective of ten, a candidate. A choice that was stored
 * stays, whatever happens meanwhile.
 */
@Component
public class LessonSelection {

	/** The share of objectives that try a candidate. */
	private static final double TRIAL = 0.1;

	private static final Logger log = LoggerFactory.getLogger(LessonSelection.class);

	private final LessonCatalogue catalogue;

	private final LessonUses uses;

	private final TextLikeness likeness;

	private final ExperimentSettings settings;

	LessonSelection(LessonCatalogue catalogue, LessonUses uses, TextLikeness likeness, ExperimentSettings settings) {
		this.catalogue = catalogue;
		this.uses = uses;
		this.likeness = likeness;
		this.settings = settings;
	}

	/** The lesson of an objective. Where there are no lessons, this reads nothing. */
	public PromptLesson of(Objective objective) {
		boolean possible = this.settings.enabled() && objective.usesLearning()
				&& !this.catalogue.of(objective.tenant()).isEmpty();
		return possible ? new PromptLesson(() -> find(objective)) : PromptLesson.NONE;
	}

	/** An objective never fails because of its lesson. */
	private Optional<LessonChoice> find(Objective objective) {
		try {
			Optional<LessonChoice> stored = this.uses.find(objective.id());
			return stored.isPresent() ? stored : choose(objective);
		}
		catch (RuntimeException ex) {
			log.warn("No lesson could be chosen for objective {}: {}", objective.id(), ex.getClass().getSimpleName());
			return Optional.empty();
		}
	}

	private Optional<LessonChoice> choose(Objective objective) {
		String slots = SlottedText.of(objective.text()).slots();
		List<Fit> fits = this.catalogue.of(objective.tenant())
			.stream()
			.map((entry) -> new Fit(entry.lesson(), this.likeness.of(slots, entry.slots()), 0))
			.filter((fit) -> fit.family() >= ObjectiveFamilies.ALIKE)
			.map((fit) -> new Fit(fit.lesson(), fit.family(),
					conditionFit(objective.text(), fit.lesson().text().when())))
			.sorted(Comparator.comparingDouble(Fit::score).reversed())
			.toList();
		return candidate(fits, objective).or(() -> active(fits, objective)).or(() -> untried(fits));
	}

	/** Half by meaning, and half by the words of the condition that the text has. */
	private double conditionFit(String text, String condition) {
		return 0.5 * this.likeness.of(text, condition) + 0.5 * SharedWords.of(condition, text);
	}

	private static Optional<LessonChoice> candidate(List<Fit> fits, Objective objective) {
		return fits.stream()
			.map(Fit::lesson)
			.filter((lesson) -> lesson.state() == LessonState.CANDIDATE)
			.findFirst()
			.filter((lesson) -> ExperimentArm.of(lesson.getId(), objective.id().id(), TRIAL) == ExperimentArm.WITH)
			.map((lesson) -> choice(lesson, ExperimentArm.WITH));
	}

	private Optional<LessonChoice> active(List<Fit> fits, Objective objective) {
		return fits.stream()
			.map(Fit::lesson)
			.filter((lesson) -> lesson.state() == LessonState.ACTIVE)
			.findFirst()
			.map((lesson) -> choice(lesson,
					ExperimentArm.of(lesson.getId(), objective.id().id(), 1 - this.settings.holdout())));
	}

	/** What a candidate is compared with, if nothing else is used. */
	private static Optional<LessonChoice> untried(List<Fit> fits) {
		return fits.stream().findFirst().map((fit) -> choice(fit.lesson(), ExperimentArm.WITHOUT));
	}

	private static LessonChoice choice(Lesson lesson, ExperimentArm arm) {
		return new LessonChoice(lesson.getId(), lesson.wording(), arm, lesson.state() == LessonState.CANDIDATE,
				lesson.text());
	}

	/**
	 * How well a lesson fits an objective.
	 *
	 * @param lesson the lesson
	 * @param family how alike the objective and the first one of its family are
	 * @param when how well the lesson's condition fits the objective
	 */
	private record Fit(Lesson lesson, double family, double when) {

		double score() {
			return this.family + this.when;
		}

	}

}
