package dev.babyagi.exemplar;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import dev.babyagi.family.SlottedText;

/**
 * Numbers, names and quotations in a plan that its objective does not have. Such a plan
 * knows more than it was told, so it holds for that one objective alone.
 */
final class ForeignLiterals {

	private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}]*}");

	private ForeignLiterals() {
	}

	static boolean areIn(JsonNode plan, SlottedText objective) {
		Set<String> known = new HashSet<>(objective.literals());
		return PlanTexts.of(plan)
			.stream()
			.map((text) -> REFERENCE.matcher(text).replaceAll("x"))
			.flatMap((text) -> SlottedText.of(text).literals().stream())
			.anyMatch((literal) -> !known.contains(literal));
	}

}
