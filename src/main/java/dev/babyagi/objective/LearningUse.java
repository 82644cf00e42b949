package dev.babyagi.objective;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What an objective has to do with learning.
 *
 * @param uses whether its prompts may hold lessons
 * @param teaches whether feedback on it may give rise to lessons
 */
@Embeddable
public record LearningUse(@Column(name = "learning_use") boolean uses,
		@Column(name = "learning_teach") boolean teaches) {

	/** It uses lessons and teaches. */
	public static final LearningUse USUAL = new LearningUse(true, true);

}
