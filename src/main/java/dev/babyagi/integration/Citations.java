package dev.babyagi.integration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.babyagi.integration.Answer.Claim;
import dev.babyagi.plan.Plan.Requirement;
import dev.babyagi.plan.Task;
import dev.babyagi.reply.OneLine;

/**
 * Checks what the claims of an answer cite.
 */
final class Citations {

	private static final int MAX_TEXT = 200;

	private final JoinBrief brief;

	Citations(JoinBrief brief) {
		this.brief = brief;
	}

	/**
	 * Takes the citations that hold, and reports the others.
	 * @param errors where faults are added, said to the model
	 */
	Sorted sort(List<Claim> claims, List<String> errors) {
		List<Claim> sorted = new ArrayList<>();
		List<String> warnings = new ArrayList<>();
		Set<String> cited = new LinkedHashSet<>();
		for (Claim claim : claims) {
			List<String> good = claim.cites().stream().filter(this.brief::hasSucceeded).distinct().toList();
			claim.cites().stream().filter((id) -> !good.contains(id)).forEach((id) -> {
				errors.add("a claim cites " + fault(id));
				warnings.add("A claim cited " + fault(id) + "; the citation was dropped");
			});
			cited.addAll(good);
			sorted.add(new Claim(claim.text(), good));
		}
		return new Sorted(sorted, cited, warnings);
	}

	/**
	 * Warns of requirements that the answer leaves out. One that a succeeded task serves
	 * could have been covered: that is a fault. One said to be missing is no fault and
	 * needs no second warning.
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

	/** The texts that an answer with such citations may take its numbers from. */
	Collection<String> sources(Set<String> cited) {
		List<String> sources = new ArrayList<>();
		sources.add(this.brief.objective());
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
	 * Claims with the citations that hold.
	 *
	 * @param claims the claims
	 * @param cited the tasks that are cited
	 * @param warnings what was dropped
	 */
	record Sorted(List<Claim> claims, Set<String> cited, List<String> warnings) {

	}

}
