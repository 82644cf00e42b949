package dev.babyagi.journey.work;

import java.util.Map;

import dev.babyagi.execution.RecalledMemories;
import dev.babyagi.language.ModelRole;
import dev.babyagi.memory.MemoryHit;
import dev.babyagi.memory.Recollection;

/**
 * What was said and remembered before an objective began, as sections of its prompts.
 *
 * @param recollection the memories that fit it
 */
public record Background(Recollection recollection) {

	public static final Background NONE = new Background(Recollection.NONE);

	/** The section of prompts to the planner; an empty text if there is nothing. */
	public String forPlanner() {
		return this.recollection.forPlanner();
	}

	/** The section of all other prompts; an empty text if there is nothing. */
	public String forExecutors() {
		return this.recollection.forExecutors();
	}

	/** Whether there is anything that a task could recall. */
	public boolean mayRecall() {
		return this.recollection != Recollection.NONE;
	}

	/** The memories in prompts to others than the planner, by label. */
	public Map<String, MemoryHit> memories() {
		return this.recollection.shown(false);
	}

	RecalledMemories recalledBy(ModelRole role) {
		return RecalledMemories.of(this.recollection.shown(role == ModelRole.PLANNER).values());
	}

}
