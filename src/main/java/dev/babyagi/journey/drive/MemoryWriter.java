package dev.babyagi.journey.drive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.babyagi.journey.work.UnitOfWork;
import dev.babyagi.memory.Memories;
import dev.babyagi.memory.MemoryDraft;
import dev.babyagi.memory.MemoryExtraction;
import dev.babyagi.memory.MemoryKind;
import dev.babyagi.memory.MemoryTrust;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveUsage;
import dev.babyagi.objective.Objectives;
import dev.babyagi.plan.Plan;
import dev.babyagi.redaction.SecretPatterns;

/**
 * Remembers an objective in the commit that ends it: how it went (what was asked, the
 * shape of its plan, its outcome and its cost), and that facts are to be taken from it.
 */
@Component
class MemoryWriter {

	private static final int LONGEST_OBJECTIVE = 500;

	/** Episodes matter less than what was said. */
	private static final double IMPORTANCE = 0.2;

	private final Memories memories;

	private final MemoryExtraction extraction;

	private final Objectives objectives;

	MemoryWriter(Memories memories, MemoryExtraction extraction, Objectives objectives) {
		this.memories = memories;
		this.extraction = extraction;
		this.objectives = objectives;
	}

	void remember(UnitOfWork work) {
		Objective objective = work.objective();
		if (objective.isContextGiven()) {
			this.objectives.opening(objective.tenant(), objective.contextId())
				.filter((opening) -> this.memories.join(opening.id(), opening.contextId()))
				.ifPresent(this.extraction::scheduleOpening);
		}
		if (objective.writesMemory()) {
			writeEpisode(work);
			this.extraction.schedule(objective, objective.isContextGiven());
		}
	}

	private void writeEpisode(UnitOfWork work) {
		Objective objective = work.objective();
		boolean verified = work.isVerified();
		this.memories.remember(objective.tenant(),
				new MemoryDraft(text(work, verified), MemoryKind.EPISODE, trust(work, verified),
						objective.isContextGiven() ? objective.contextId() : null, null, IMPORTANCE, objective.id(),
						work.now(), null, Map.of()));
	}

	/** It quotes the objective, but nothing that a model or a tool has said. */
	private static MemoryTrust trust(UnitOfWork work, boolean verified) {
		if (work.execution().isTainted()) {
			return MemoryTrust.UNTRUSTED;
		}
		return verified ? MemoryTrust.VERIFIED : MemoryTrust.USER;
	}

	private static String text(UnitOfWork work, boolean verified) {
		Objective objective = work.objective();
		List<String> parts = new ArrayList<>();
		parts.add(asked(objective.text()));
		parts.add("Outcome: " + objective.state().name().toLowerCase(Locale.ROOT)
				+ ((objective.stopReason() != null)
						? " (" + objective.stopReason().name().toLowerCase(Locale.ROOT) + ")" : "")
				+ (verified ? ", verified" : ""));
		work.plan().map(MemoryWriter::shape).ifPresent(parts::add);
		ObjectiveUsage spent = objective.spending();
		parts.add("Cost: " + spent.modelCalls() + " model calls, " + (spent.inputTokens() + spent.outputTokens())
				+ " tokens");
		return String.join("\n", parts);
	}

	/** No character is cut in two. */
	private static String beginning(String text) {
		if (text.length() <= LONGEST_OBJECTIVE) {
			return text;
		}
		int end = Character.isHighSurrogate(text.charAt(LONGEST_OBJECTIVE - 1)) ? LONGEST_OBJECTIVE - 1
				: LONGEST_OBJECTIVE;
		return text.substring(0, end) + "...";
	}

	/** A secret is left out, so that its episode can be remembered. */
	private static String asked(String text) {
		String asked = beginning(text);
		return SecretPatterns.find(asked)
			.map((kind) -> "[left out: the objective holds what looks like a secret (%s)]".formatted(kind))
			.orElse(asked);
	}

	private static String shape(Plan plan) {
		return "Plan: " + plan.origin().name().toLowerCase(Locale.ROOT) + ", " + plan.tasks().size() + " tasks";
	}

}
