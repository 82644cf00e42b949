package dev.babyagi.lesson;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

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

	private final Supplier<Optional<LessonChoice>> chooser;

	private Optional<LessonChoice> choice = Optional.empty();

	private boolean chosen;

	private boolean recorded;

	/**
	 * Creates one.
	 * @param chooser chooses the lesson; called once at most
	 */
	PromptLesson(Supplier<Optional<LessonChoice>> chooser) {
		this.chooser = chooser;
	}

	/** The section of a prompt; an empty text if there is no lesson or it is held out. */
	public String section() {
		return choice().filter((chosen) -> chosen.arm() == LessonArm.WITH)
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

	private Optional<LessonChoice> choice() {
		if (!this.chosen) {
			this.choice = this.chooser.get();
			this.chosen = true;
		}
		return this.choice;
	}

	/** What was chosen and is not recorded yet. */
	public Optional<LessonChoice> unrecorded() {
		return this.recorded ? Optional.empty() : this.choice;
	}

	/** Notes that the choice is committed. */
	public void recorded() {
		this.recorded = this.chosen;
	}

}
