package dev.babyagi.integration;

import java.util.ArrayList;
import java.util.List;

import dev.babyagi.language.Excerpt;
import dev.babyagi.language.TokenEstimate;

/**
 * The summary of one long output under way: a list of texts that becomes shorter with
 * each round of calls. Which call is made for what follows from the replies alone.
 */
final class OutputSummary {

	/** The most texts that one call makes one of. */
	private static final int FAN_IN = 5;

	/**
	 * The most tokens that are kept of a reply. They are estimated, and 200 tokens of a
	 * model may be estimated as that many.
	 */
	private static final int MAX_TOKENS = 300;

	private final String taskId;

	private final SummaryPrompt prompt;

	private List<String> texts;

	private boolean summarized;

	private boolean failed;

	private int calls;

	/**
	 * Begins with the output.
	 * @param pieces the output, in pieces that fit into a prompt
	 */
	OutputSummary(String taskId, List<String> pieces, SummaryPrompt prompt) {
		this.taskId = taskId;
		this.texts = pieces;
		this.prompt = prompt;
	}

	/**
	 * Replaces the pieces by their summaries, if all are there.
	 * @return the calls that have not been answered
	 */
	List<SummaryPart> map(SummaryPart.Replies replies) {
		List<SummaryPart> open = replace(this.texts, replies);
		this.summarized = open.isEmpty() && !this.failed;
		return open;
	}

	/**
	 * Replaces five summaries each by one of them, if all are there.
	 * @return the calls that have not been answered
	 */
	List<SummaryPart> reduce(SummaryPart.Replies replies) {
		List<String> groups = new ArrayList<>();
		for (int from = 0; from < this.texts.size(); from += FAN_IN) {
			groups.add(String.join("\n\n", this.texts.subList(from, Math.min(this.texts.size(), from + FAN_IN))));
		}
		return replace(groups, replies);
	}

	private List<SummaryPart> replace(List<String> parts, SummaryPart.Replies replies) {
		List<SummaryPart> open = new ArrayList<>();
		List<String> summaries = new ArrayList<>();
		for (String part : parts) {
			int number = ++this.calls;
			String reply = replies.of(this.taskId, number);
			if (reply == null) {
				open.add(new SummaryPart(this.taskId, number, this.prompt.ask(part)));
			}
			else if (reply.isBlank()) {
				this.failed = true;
			}
			else {
				summaries.add(Excerpt.of(reply.strip(), MAX_TOKENS).text());
			}
		}
		if (open.isEmpty() && !this.failed) {
			this.texts = summaries;
		}
		return this.failed ? List.of() : open;
	}

	/** Whether another round would make it shorter. */
	boolean isReducible() {
		return this.summarized && !this.failed && this.texts.size() > 1;
	}

	/** Whether there is a summary of the whole output. */
	boolean isThere() {
		return this.summarized;
	}

	String taskId() {
		return this.taskId;
	}

	String text() {
		return String.join("\n\n", this.texts);
	}

	int tokens() {
		return TokenEstimate.in(text());
	}

}
