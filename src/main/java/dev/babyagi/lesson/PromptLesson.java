package dev.babyagi.lesson;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import dev.babyagi.experiment.ExperimentArm;
import dev.babyagi.experiment.PendingChoice;
import dev.babyagi.language.PromptTemplate;

/**
 * The lesson of one objective, as a section of its prompts. It is chosen when the first
 * prompt is written. The driver of the objective alone uses it.
 */
public final class PromptLesson {

	/** There is none. */
	public static final PromptLesson NONE = new PromptLesson(Optional::empty);

	private static final PromptTemplate LESSON = PromptTemplate.load("lesson", "lesson");

	private static final PromptTemplate UNLESS = PromptTemplate.load("lesson", "unless");

	private final PendingChoice<LessonChoice> choice;

	/**
	 * Creates one.
	 * @param chooser chooses the lesson; called once at most
	 */
	PromptLesson(Supplier<Optional<LessonChoice>> chooser) {
		this.choice = new PendingChoice<>(chooser);
	}

	/** The section of a prompt; an empty text if there is no lesson or it is held out. */
	public String section() {
		return this.choice.get()
			.filter((chosen) -> chosen.arm() == ExperimentArm.WITH)
			.map(LessonChoice::text)
			.map(PromptLesson::section)
			.orElse("");
	}

	/** The section of a prompt that holds a lesson. */
	public static String section(LessonText text) {
		String unless = text.whenNot().isBlank() ? "" : "\n" + UNLESS.render(Map.of("condition", text.whenNot()));
		String body = "When: " + text.when() + unless + "\n" + text.content();
		return LESSON.render(Map.of("lesson", PromptTemplate.data("lesson", body)));
	}

	/** What was chosen and is not recorded yet. */
	public Optional<LessonChoice> unrecorded() {
		return this.choice.unrecorded();
	}

	/** Notes that the choice is committed. */
	public void recorded() {
		this.choice.recorded();
	}

}
