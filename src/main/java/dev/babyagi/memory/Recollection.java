package dev.babyagi.memory;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.babyagi.language.Excerpt;
import dev.babyagi.language.PromptTemplate;
import dev.babyagi.language.TokenEstimate;

/**
 * What is recalled for one objective, as sections of prompts, oldest first, so that what
 * was said last stands last. Each memory has a label, m1 for the first, by which an
 * answer can cite it. It is searched for when it is first needed.
 */
public final class Recollection {

	/** Nothing is recalled. */
	public static final Recollection NONE = new Recollection(List::of);

	/** Tokens of all memories in a prompt. */
	private static final int BUDGET = 1_500;

	/** Tokens of one memory. */
	private static final int LONGEST = 400;

	private static final Pattern LINE_BREAK = Pattern.compile("\\R");

	private static final PromptTemplate RECALLED = PromptTemplate.load("memory", "recalled");

	private final Supplier<List<MemoryHit>> search;

	private @Nullable Map<String, MemoryHit> found;

	/**
	 * Creates a recollection.
	 * @param search finds the memories, the most important first; called once at most
	 */
	Recollection(Supplier<List<MemoryHit>> search) {
		this.search = search;
	}

	/** The section of a planner's prompt; an empty text if it may see none of them. */
	public String forPlanner() {
		return section((hit) -> hit.trust().isForPlanner());
	}

	/** The section of all other prompts; an empty text if there is none. */
	public String forExecutors() {
		return section((hit) -> true);
	}

	/** The memories that a prompt holds, by label. */
	public Map<String, MemoryHit> shown(boolean planner) {
		Map<String, MemoryHit> shown = new LinkedHashMap<>();
		found().forEach((label, hit) -> {
			if (!planner || hit.trust().isForPlanner()) {
				shown.put(label, hit);
			}
		});
		return shown;
	}

	private String section(Predicate<MemoryHit> filter) {
		String lines = found().entrySet()
			.stream()
			.filter((entry) -> filter.test(entry.getValue()))
			.map((entry) -> entry.getKey() + " " + line(entry.getValue()))
			.collect(Collectors.joining("\n"));
		return lines.isEmpty() ? "" : RECALLED.render(Map.of("memories", PromptTemplate.data("memories", lines)));
	}

	private Map<String, MemoryHit> found() {
		if (this.found == null) {
			this.found = label(this.search.get());
		}
		return this.found;
	}

	private static Map<String, MemoryHit> label(List<MemoryHit> hits) {
		List<MemoryHit> fitting = new ArrayList<>();
		int left = BUDGET;
		for (MemoryHit hit : hits) {
			int tokens = TokenEstimate.in(line(hit));
			if (tokens <= left) {
				left -= tokens;
				fitting.add(hit);
			}
		}
		fitting.sort(Comparator.comparing(MemoryHit::validFrom));
		Map<String, MemoryHit> labelled = new LinkedHashMap<>();
		fitting.forEach((hit) -> labelled.put("m" + (labelled.size() + 1), hit));
		return labelled;
	}

	/**
	 * A memory: its date, what it is, who said it, and its words. Only its first line
	 * begins at the margin, so that no text can pass for another memory.
	 */
	static String line(MemoryHit hit) {
		return "(" + hit.validFrom().atOffset(ZoneOffset.UTC).toLocalDate() + ", "
				+ hit.kind().name().toLowerCase(Locale.ROOT) + ", " + who(hit.trust()) + "): "
				+ LINE_BREAK.matcher(Excerpt.of(hit.text(), LONGEST).text()).replaceAll("\n  ");
	}

	private static String who(MemoryTrust trust) {
		return switch (trust) {
			case VERIFIED -> "verified";
			case USER -> "said by the user";
			case MODEL -> "said by a model";
			case UNTRUSTED -> "from a source that nobody vouches for";
		};
	}

}
