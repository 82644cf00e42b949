package dev.babyagi.learning;

/**
 * How the reflection on feedback stands.
 */
public enum ReflectionState {

	/** It waits or is under way. */
	WAITING,

	/** It has ended. */
	DONE,

	/** There is none, and the note says why. */
	REFUSED

}
