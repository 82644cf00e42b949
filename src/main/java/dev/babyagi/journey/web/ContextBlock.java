package dev.babyagi.journey.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.babyagi.journey.dialogue.DialogueRound;
import dev.babyagi.language.Excerpt;
import dev.babyagi.language.PromptTemplate;
import dev.babyagi.language.TokenEstimate;
import dev.babyagi.memory.Memory;
import dev.babyagi.objective.ContextId;

/**
 * What is known of a context as one text, to be pasted into a prompt: what was stated and
 * still holds, and the last rounds in their own words, dated and marked as data. Facts
 * take at most half of the room, the newest first.
 */
final class ContextBlock {

	private static final PromptTemplate BLOCK = PromptTemplate.load("journey", "context-block");

	/** In tokens. */
	private static final int MAX_FACT = 200;

	private final ContextId context;

	private final List<String> facts;

	private final List<DialogueRound> rounds;

	private final Instant now;

	/**
	 * Makes a block.
	 * @param facts what was stated, newest first
	 * @param rounds the rounds that have ended, newest first
	 */
	ContextBlock(ContextId context, List<Memory> facts, List<DialogueRound> rounds, Instant now) {
		this.context = context;
		this.facts = facts.stream()
			.map((fact) -> "[" + DialogueRound.date(fact.validFrom()) + "] " + Excerpt.of(fact.text(), MAX_FACT).text())
			.toList();
		this.rounds = rounds;
		this.now = now;
	}

	/**
	 * The text, of at most so many tokens. Text that looks like a delimiter is escaped
	 * and grows by that, so that less of it may be shown.
	 */
	String text(int maxTokens) {
		int room = maxTokens - TokenEstimate.in(render("", ""));
		String text = within(room);
		for (int over = over(text, maxTokens); over > 0 && room > 0; over = over(text, maxTokens)) {
			room -= over;
			text = within(Math.max(0, room));
		}
		return text;
	}

	private static int over(String text, int maxTokens) {
		return TokenEstimate.in(text) - maxTokens;
	}

	private String within(int room) {
		String stated = newestFacts(room / 2);
		String said = DialogueRound.newest(this.rounds, room - TokenEstimate.in(stated), true);
		return render(stated, said);
	}

	private String newestFacts(int room) {
		List<String> lines = new ArrayList<>();
		int left = room;
		for (String fact : this.facts) {
			left -= TokenEstimate.in(fact) + 1;
			if (left < 0) {
				break;
			}
			lines.add(fact);
		}
		return String.join("\n", lines);
	}

	private String render(String stated, String said) {
		return BLOCK.render(Map.of("context", this.context.toString(), "now", DialogueRound.date(this.now), "facts",
				PromptTemplate.data("facts", stated), "rounds", PromptTemplate.data("rounds", said)));
	}

}
