package dev.babyagi.integration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.babyagi.integration.Answer.Claim;
import dev.babyagi.memory.MemoryHit;
import dev.babyagi.plan.Plan.Requirement;
import dev.babyagi.plan.Task;
import dev.babyagi.reply.OneLine;

/**
 * Checks the citations in the claims of an answer.
 */
final class Citations {

	private static final int MAX_TEXT = 200;

	private final JoinBrief brief;

	Citations(JoinBrief brief) {
		this.brief = brief;
	}

	/**
	 * Keeps the valid citations and reports the others.
	 * @param errors the list that faults are added to, for the repair prompt
	 */
	Sorted sort(List<Claim> claims, List<String> errors) {
		List<Claim> sorted = new ArrayList<>();
		List<String> warnings = new ArrayList<>();
		Set<String> cited = new LinkedHashSet<>();
		for (Claim claim : claims) {
			List<String> good = claim.cites().stream().filter(this.brief::isCitable).distinct().toList();
			claim.cites().stream().filter((id) -> !good.contains(id)).forEach((id) -> {
				errors.add("a claim cites " + fault(id));
				warnings.add("A claim cited " + fault(id) + "; the citation was dropped");
			});
			cited.addAll(good);
			sorted.add(new Claim(claim.text(), good.stream().map(this::shown).toList()));
		}
		return new Sorted(sorted, cited, warnings);
	}

	/** A memory is cited by its id as clients see it. */
	private String shown(String id) {
		MemoryHit memory = this.brief.background().memories().get(id);
		return (memory != null) ? memory.wireId() : id;
	}

	/**
	 * Warns of requirements that the answer leaves out. If a task that serves one has
	 * succeeded, leaving it out is a fault. A requirement that the reply names as missing
	 * is not a fault and gets no second warning.
	 */
	List<String> uncovered(Set<String> cited, List<String> missing, List<String> errors) {
		Set<String> succeeded = this.brief.artifacts().keySet();
		List<Requirement> hopeless = this.brief.uncovered(succeeded);
		List<String> warnings = new ArrayList<>();
		for (Requirement requirement : this.brief.uncovered(cited)) {
			if (missing.stream().anyMatch((text) -> names(text, requirement))) {
				continue;
			}
			String text = requirement.id() + " (" + OneLine.of(requirement.text(), MAX_TEXT) + ")";
			warnings.add("No claim serves the requirement " + text);
			if (!hopeless.contains(requirement)) {
				errors.add("no claim serves the requirement " + text
						+ ": cite a task that does, or name the requirement in missing");
			}
		}
		return warnings;
	}

	/** The texts that an answer with these citations may take its numbers from. */
	Collection<String> sources(Set<String> cited) {
		List<String> sources = new ArrayList<>();
		sources.add(this.brief.objective());
		this.brief.background().memories().values().forEach((memory) -> sources.add(memory.text()));
		Collection<String> ids = cited.isEmpty() ? this.brief.tasks().stream().map(Task::id).toList() : cited;
		ids.forEach((id) -> {
			var artifact = this.brief.artifacts().get(id);
			if (artifact != null) {
				sources.add(artifact.text());
			}
		});
		return sources;
	}

	private String fault(String id) {
		return this.brief.plan().find(id).isPresent() ? id + ", which has not succeeded"
				: OneLine.of(id, MAX_TEXT) + ", which is no task of the plan";
	}

	private static boolean names(String missing, Requirement requirement) {
		String text = missing.toLowerCase(Locale.ROOT);
		String id = requirement.id().toLowerCase(Locale.ROOT);
		int at = text.indexOf(id);
		int end = at + id.length();
		boolean byId = at >= 0 && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))
				&& (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
		return byId || text.contains(requirement.text().strip().toLowerCase(Locale.ROOT));
	}

	/**
	 * Claims with their valid citations.
	 *
	 * @param claims the claims
	 * @param cited the ids of the cited tasks
	 * @param warnings one for each citation that was dropped
	 */
	record Sorted(List<Claim> claims, Set<String> cited, List<String> warnings) {

	}

}
