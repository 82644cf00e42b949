package dev.babyagi.lesson;

/**
 * The words of a lesson.
 *
 * @param title a few words
 * @param when when it applies
 * @param whenNot when it does not apply; may be empty
 * @param content what to do, in one to three sentences
 */
public record LessonText(String title, String when, String whenNot, String content) {

	/** The longest title, in characters. */
	public static final int MAX_TITLE = 100;

	/** The longest condition, in characters. */
	public static final int MAX_CONDITION = 300;

	/** The longest content, in characters. */
	public static final int MAX_CONTENT = 600;

}
