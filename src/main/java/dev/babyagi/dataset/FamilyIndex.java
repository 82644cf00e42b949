package dev.babyagi.dataset;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.babyagi.family.ObjectiveFamilies;
import dev.babyagi.family.SharedWords;
import dev.babyagi.family.SlottedText;
import dev.babyagi.memory.TextLikeness;

/**
 * The families of the objectives of one dataset, so that none of them is in both splits:
 * an objective joins the most alike one that came before it, else it is the first of its
 * own.
 */
final class FamilyIndex {

	/** So many that share words with the objective are compared by meaning. */
	private static final int MOST_COMPARED = 20;

	private final TextLikeness likeness;

	private final Map<String, UUID> bySlots = new HashMap<>();

	private final List<String> first = new ArrayList<>();

	FamilyIndex(TextLikeness likeness) {
		this.likeness = likeness;
	}

	/** The family of an objective, which is the same as long as those before it are. */
	UUID of(String objective) {
		return this.bySlots.computeIfAbsent(SlottedText.of(objective).slots(), this::find);
	}

	private UUID find(String slots) {
		return this.first.stream()
			.map((other) -> new Fit(other, SharedWords.of(slots, other)))
			.sorted(Comparator.comparingDouble(Fit::likeness).reversed())
			.limit(MOST_COMPARED)
			.map((fit) -> new Fit(fit.slots(), this.likeness.of(slots, fit.slots())))
			.filter((fit) -> fit.likeness() >= ObjectiveFamilies.ALIKE)
			.max(Comparator.comparingDouble(Fit::likeness))
			.map((fit) -> id(fit.slots()))
			.orElseGet(() -> begin(slots));
	}

	private UUID begin(String slots) {
		this.first.add(slots);
		return id(slots);
	}

	private static UUID id(String slots) {
		return UUID.nameUUIDFromBytes(slots.getBytes(StandardCharsets.UTF_8));
	}

	private record Fit(String slots, double likeness) {

	}

}
