package dev.babyagi.lesson;

/**
 * The tenant has no lesson of that id.
 */
public final class LessonNotFound extends RuntimeException {

	public LessonNotFound() {
		super("There is no such lesson");
	}

}
