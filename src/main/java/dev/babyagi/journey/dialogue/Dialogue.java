package dev.babyagi.journey.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.babyagi.language.Excerpt;
import dev.babyagi.language.PromptTemplate;
import dev.babyagi.language.TokenEstimate;
import dev.babyagi.language.TokenShares;

/**
 * What an objective is shown of earlier ones: the last rounds of its context, the
 * objectives that it refers to, and what was stated. It is read once, when the objective
 * is claimed.
 *
 * @param rounds the rounds of its context that have ended, newest first
 * @param references the objectives that it refers to
 * @param ledger what was stated in its context and still holds
 * @param tainted whether one of the answers comes from text that nobody vouches for
 */
public record Dialogue(List<DialogueRound> rounds, List<DialogueRound> references, FactLedger ledger, boolean tainted) {

	/** An objective that is the first of its context and refers to none. */
	public static final Dialogue NONE = new Dialogue(List.of(), List.of(), FactLedger.EMPTY, false);

	private static final PromptTemplate ROUNDS = PromptTemplate.load("journey", "earlier-rounds");

	private static final PromptTemplate REFERENCES = PromptTemplate.load("journey", "references");

	/** Tokens of the rounds, and of the references. */
	public static final int MAX_TOKENS = 1_500;

	/** The part of a window that rounds or references may take. */
	private static final int SHARE = 8;

	public Dialogue {
		rounds = List.copyOf(rounds);
		references = List.copyOf(references);
	}

	/**
	 * What users said, for a planner: it must not follow what models wrote.
	 * @param window the context window of the prompt, in tokens
	 * @return a part of a prompt; empty if there is nothing to show
	 */
	public String forPlanner(int window) {
		return text(window, false);
	}

	/**
	 * What users said and what was answered, for executors and the joiner.
	 * @param window the context window of the prompt, in tokens
	 * @return a part of a prompt; empty if there is nothing to show
	 */
	public String forExecutors(int window) {
		return text(window, true);
	}

	private String text(int window, boolean answers) {
		int tokens = Math.min(MAX_TOKENS, window / SHARE);
		List<String> parts = new ArrayList<>();
		if (!this.rounds.isEmpty()) {
			parts.add(ROUNDS.render(Map.of("rounds",
					PromptTemplate.data("earlier-rounds", DialogueRound.newest(this.rounds, tokens, answers)))));
		}
		if (!this.references.isEmpty()) {
			parts.add(REFERENCES
				.render(Map.of("objectives", PromptTemplate.data("references", references(tokens, answers)))));
		}
		return String.join("\n\n", parts);
	}

	private String references(int tokens, boolean answers) {
		List<String> texts = this.references.stream().map((reference) -> reference.text(answers)).toList();
		int[] shares = TokenShares.of(texts.stream().map(TokenEstimate::in).toList(), tokens);
		List<String> shown = new ArrayList<>();
		for (int index = 0; index < shares.length; index++) {
			shown.add(Excerpt.of(texts.get(index), shares[index]).text());
		}
		return String.join("\n\n", shown);
	}

}
