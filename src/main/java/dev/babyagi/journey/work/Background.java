package dev.babyagi.journey.work;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.babyagi.execution.RecalledMemories;
import dev.babyagi.exemplar.PromptExemplar;
import dev.babyagi.journey.dialogue.Dialogue;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.TokenEstimate;
import dev.babyagi.lesson.PromptLesson;
import dev.babyagi.memory.MemoryHit;
import dev.babyagi.memory.Recollection;

/**
 * What was said, remembered and learned before an objective began, as sections of its
 * prompts.
 *
 * @param dialogue what it is shown of earlier objectives
 * @param recollection the memories that fit it
 * @param lesson the lesson that fits it
 * @param exemplar the plan of an earlier objective like it
 */
public record Background(Dialogue dialogue, Recollection recollection, PromptLesson lesson, PromptExemplar exemplar) {

	/** An exemplar may take one part in so many of the window. */
	private static final int EXAMPLE_SHARE = 8;

	public static final Background NONE = new Background(Dialogue.NONE, Recollection.NONE, PromptLesson.NONE,
			PromptExemplar.NONE);

	/**
	 * The section of prompts to the planner; an empty text if there is nothing.
	 * @param window the context window of the prompt, in tokens
	 */
	public String forPlanner(int window) {
		return join(this.lesson.section(), this.dialogue.forPlanner(window), this.recollection.forPlanner());
	}

	/**
	 * The section of prompts for the first plan, which also holds the exemplar, unless
	 * that would take the room of the objective.
	 * @param window the context window of the prompt, in tokens
	 */
	public String forFirstPlan(int window) {
		String example = this.exemplar.section();
		boolean fits = TokenEstimate.in(example) <= window / EXAMPLE_SHARE;
		return join(forPlanner(window), fits ? example : "");
	}

	/**
	 * The section of prompts to executors; an empty text if there is nothing.
	 * @param window the context window of the prompt, in tokens
	 */
	public String forExecutors(int window) {
		return join(this.lesson.section(), this.dialogue.forExecutors(window), this.recollection.forExecutors());
	}

	/**
	 * The section of prompts to the joiner; an empty text if there is nothing. It holds
	 * no lesson.
	 * @param window the context window of the prompt, in tokens
	 */
	public String forJoiner(int window) {
		return join(this.dialogue.forExecutors(window), this.recollection.forExecutors());
	}

	private static String join(String... sections) {
		return Stream.of(sections).filter((section) -> !section.isEmpty()).collect(Collectors.joining("\n\n"));
	}

	/** Whether there is anything that a task could recall. */
	public boolean mayRecall() {
		return this.recollection != Recollection.NONE;
	}

	/** The memories in prompts to others than the planner, by label. */
	public Map<String, MemoryHit> memories() {
		return this.recollection.shown(false);
	}

	/** What prompts of a role hold. Planners see no answers of earlier rounds. */
	RecalledMemories recalledBy(ModelRole role) {
		boolean planner = role == ModelRole.PLANNER;
		RecalledMemories recalled = RecalledMemories.of(this.recollection.shown(planner).values());
		return (this.dialogue.tainted() && !planner) ? recalled.tainted() : recalled;
	}

}
