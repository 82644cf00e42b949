package dev.babyagi.exemplar;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import dev.babyagi.family.SlottedText;

/**
 * Puts the literals of one objective in the place of those of another that has the same
 * slots, wherever a plan has them.
 */
final class LiteralSubstitution {

	/** The output of another task, such as <code>${t1.output}</code>. */
	private static final String REFERENCE = "\\$\\{[^}]*}";

	private final SlottedText from;

	private final SlottedText to;

	private final Map<String, String> replacements;

	private LiteralSubstitution(SlottedText from, SlottedText to, Map<String, String> replacements) {
		this.from = from;
		this.to = to;
		this.replacements = replacements;
	}

	/**
	 * The substitution that makes one objective the other.
	 * @return nothing if they differ in more than literals, if the same literal would
	 * have to become two, or if there are more than 64 slots
	 */
	static Optional<LiteralSubstitution> of(SlottedText from, SlottedText to) {
		boolean alike = from.whole() && to.whole() && from.slots().equals(to.slots())
				&& from.literals().size() == to.literals().size() && from.literals().size() <= ProvenSlots.MOST;
		if (!alike) {
			return Optional.empty();
		}
		Map<String, String> replacements = new HashMap<>();
		for (int slot = 0; slot < from.literals().size(); slot++) {
			String literal = to.literals().get(slot);
			String other = replacements.putIfAbsent(from.literals().get(slot), literal);
			if (other != null && !other.equals(literal)) {
				return Optional.empty();
			}
		}
		return Optional.of(new LiteralSubstitution(from, to, replacements));
	}

	/** The slots whose literals differ. */
	ProvenSlots differences() {
		return ProvenSlots.differences(this.from.literals(), this.to.literals());
	}

	/** Whether a plan may be filled: each slot that differs has been proven. */
	boolean isCoveredBy(ProvenSlots proven) {
		return (differences().bits() & ~proven.bits()) == 0;
	}

	/**
	 * Returns the plan with the other literals.
	 * @return nothing if a literal that differs does not stand in the plan
	 */
	Optional<JsonNode> in(JsonNode plan) {
		Set<String> wanted = this.replacements.entrySet()
			.stream()
			.filter((entry) -> !entry.getKey().equals(entry.getValue()))
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
		if (wanted.isEmpty()) {
			return Optional.of(plan);
		}
		Pattern pattern = pattern(wanted);
		Set<String> met = new HashSet<>();
		PlanTexts.of(plan)
			.forEach((text) -> pattern.matcher(text).results().forEach((match) -> met.add(match.group())));
		return met.containsAll(wanted) ? Optional.of(PlanTexts.map(plan, (text) -> replaced(pattern, text)))
				: Optional.empty();
	}

	private String replaced(Pattern pattern, String text) {
		return pattern.matcher(text)
			.replaceAll(
					(match) -> Matcher.quoteReplacement(this.replacements.getOrDefault(match.group(), match.group())));
	}

	/** Matches whole literals, the longest first, and references, which stay. */
	private static Pattern pattern(Set<String> literals) {
		String any = literals.stream()
			.sorted((one, other) -> Integer.compare(other.length(), one.length()))
			.map(Pattern::quote)
			.collect(Collectors.joining("|"));
		return Pattern.compile(REFERENCE + "|(?<![\\p{L}\\p{N}])(?<!\\p{Nd}[.,:/-])(?:" + any
				+ ")(?![\\p{L}\\p{N}])(?![.,:/-]\\p{Nd})");
	}

}
