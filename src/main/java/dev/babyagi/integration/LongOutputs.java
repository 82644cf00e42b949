package dev.babyagi.integration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.babyagi.execution.Artifact;
import dev.babyagi.language.TextPieces;
import dev.babyagi.language.TokenEstimate;
import dev.babyagi.plan.Task;

/**
 * The outputs that are too long to be joined in full. If all outputs together take more
 * than 60 % of the joiner's window, the longest are summarized first: each piece that
 * fits into a prompt becomes a text of at most 200 tokens, and while that is not short
 * enough, five such texts of a task become one.
 */
final class LongOutputs {

	/** The part of the window, in per cent, that outputs may take in full. */
	private static final int SHARE = 60;

	/** In tokens; a window that has no room for it is too small for summaries. */
	private static final int SMALLEST_PIECE = 300;

	private final List<OutputSummary> summaries = new ArrayList<>();

	private final int room;

	private final int others;

	LongOutputs(JoinBrief brief) {
		Map<Task, Integer> sizes = new LinkedHashMap<>();
		brief.tasks().forEach((task) -> sizes.put(task, TokenEstimate.in(output(brief, task))));
		this.room = brief.contextTokens() * SHARE / 100;
		Set<Task> longest = longest(sizes);
		for (Task task : brief.tasks()) {
			SummaryPrompt prompt = new SummaryPrompt(brief, task);
			if (longest.contains(task) && prompt.room() >= SMALLEST_PIECE) {
				this.summaries
					.add(new OutputSummary(task.id(), TextPieces.of(output(brief, task), prompt.room()), prompt));
			}
		}
		this.others = sizes.entrySet()
			.stream()
			.filter((entry) -> !longest.contains(entry.getKey()))
			.mapToInt(Map.Entry::getValue)
			.sum();
	}

	private static String output(JoinBrief brief, Task task) {
		Artifact artifact = brief.artifacts().get(task.id());
		return (artifact != null) ? artifact.text() : "";
	}

	/** The longest outputs, as many as must be shortened for all to fit. */
	private Set<Task> longest(Map<Task, Integer> sizes) {
		Set<Task> longest = new HashSet<>();
		long total = sizes.values().stream().mapToLong(Integer::longValue).sum();
		List<Task> bySize = sizes.keySet()
			.stream()
			.sorted(Comparator.comparing((Task task) -> sizes.getOrDefault(task, 0)).reversed())
			.toList();
		for (Task task : bySize) {
			if (total <= this.room) {
				break;
			}
			total -= sizes.getOrDefault(task, 0);
			longest.add(task);
		}
		return longest;
	}

	/**
	 * Goes as far as the replies allow. Call it once.
	 * @return the calls that have not been answered; empty when nothing more is to be
	 * shortened
	 */
	List<SummaryPart> advance(SummaryPart.Replies replies) {
		List<SummaryPart> open = this.summaries.stream().flatMap((summary) -> summary.map(replies).stream()).toList();
		while (open.isEmpty() && isTooLong() && this.summaries.stream().anyMatch(OutputSummary::isReducible)) {
			open = this.summaries.stream()
				.filter(OutputSummary::isReducible)
				.flatMap((summary) -> summary.reduce(replies).stream())
				.toList();
		}
		return open;
	}

	private boolean isTooLong() {
		return this.others + this.summaries.stream().mapToLong(OutputSummary::tokens).sum() > this.room;
	}

	/** The summaries of whole outputs that are there, by task id. */
	Map<String, String> summaries() {
		Map<String, String> texts = new LinkedHashMap<>();
		this.summaries.stream()
			.filter(OutputSummary::isThere)
			.forEach((summary) -> texts.put(summary.taskId(), summary.text()));
		return texts;
	}

}
