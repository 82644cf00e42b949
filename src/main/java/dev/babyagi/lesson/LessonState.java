package dev.babyagi.lesson;

/**
 * How a lesson stands.
 */
public enum LessonState {

	/** Not proved yet: at most one in ten prompts of its family holds it. */
	CANDIDATE,

	/** Prompts of its family hold it, but for a share that shows its effect. */
	ACTIVE,

	/** No prompt holds it. */
	RETIRED

}
