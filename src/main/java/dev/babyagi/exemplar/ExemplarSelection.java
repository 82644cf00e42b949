package dev.babyagi.exemplar;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import dev.babyagi.experiment.ExperimentArm;
import dev.babyagi.experiment.ExperimentSettings;
import dev.babyagi.family.ObjectiveFamilies;
import dev.babyagi.family.SharedWords;
import dev.babyagi.family.SlottedText;
import dev.babyagi.memory.TextLikeness;
import dev.babyagi.objective.Objective;
import dev.babyagi.reply.ExactJson;

/**
 * Chooses the one exemplar of an objective: that of an objective that differs in literals
 * alone, else the most alike one. A choice that was stored stays, whatever happens
 * meanwhile.
 */
@Component
public class ExemplarSelection {

	/** So many that share words with the objective are compared by meaning. */
	private static final int MOST_COMPARED = 20;

	private static final Logger log = LoggerFactory.getLogger(ExemplarSelection.class);

	private final ExemplarCatalogue catalogue;

	private final ExemplarRows rows;

	private final ExemplarUses uses;

	private final TextLikeness likeness;

	private final ExperimentSettings settings;

	ExemplarSelection(ExemplarCatalogue catalogue, ExemplarRows rows, ExemplarUses uses, TextLikeness likeness,
			ExperimentSettings settings) {
		this.catalogue = catalogue;
		this.rows = rows;
		this.uses = uses;
		this.likeness = likeness;
		this.settings = settings;
	}

	/** The exemplar of an objective. Where there are no exemplars, this reads nothing. */
	public PromptExemplar of(Objective objective) {
		boolean possible = this.settings.enabled() && objective.usesLearning()
				&& !this.catalogue.of(objective.tenant()).isEmpty();
		return possible ? new PromptExemplar(() -> find(objective)) : PromptExemplar.NONE;
	}

	/** An objective never fails because of its exemplar. */
	private Optional<ExemplarChoice> find(Objective objective) {
		try {
			SlottedText slotted = SlottedText.of(objective.text());
			return this.uses.find(objective.id())
				.map((use) -> choice(use.exemplar(), use.arm(), objective, slotted))
				.or(() -> choose(objective, slotted));
		}
		catch (RuntimeException ex) {
			log.warn("No exemplar could be chosen for objective {}: {}", objective.id(), ex.getClass().getSimpleName());
			return Optional.empty();
		}
	}

	private Optional<ExemplarChoice> choose(Objective objective, SlottedText slotted) {
		List<ExemplarCatalogue.Entry> entries = this.catalogue.of(objective.tenant());
		Optional<UUID> same = entries.stream()
			.filter((entry) -> entry.slots().equals(slotted.slots()))
			.map(ExemplarCatalogue.Entry::id)
			.findFirst();
		return same.or(() -> mostAlike(slotted.slots(), entries))
			.map((id) -> choice(id, ExperimentArm.of(id, objective.id().id(), 1 - this.settings.holdout()), objective,
					slotted));
	}

	private Optional<UUID> mostAlike(String slots, List<ExemplarCatalogue.Entry> entries) {
		return entries.stream()
			.map((entry) -> new Fit(entry, SharedWords.of(slots, entry.slots())))
			.sorted(Comparator.comparingDouble(Fit::likeness).reversed())
			.limit(MOST_COMPARED)
			.map((fit) -> new Fit(fit.entry(), this.likeness.of(slots, fit.entry().slots())))
			.filter((fit) -> fit.likeness() >= ObjectiveFamilies.ALIKE)
			.max(Comparator.comparingDouble(Fit::likeness))
			.map((fit) -> fit.entry().id());
	}

	private ExemplarChoice choice(UUID id, ExperimentArm arm, Objective objective, SlottedText slotted) {
		Exemplar exemplar = this.rows.findById(id).orElse(null);
		if (exemplar == null) {
			return new ExemplarChoice(id, arm, null, null);
		}
		return new ExemplarChoice(id, arm, new ExemplarChoice.Shown(exemplar.objective(), exemplar.plan()),
				standsAlone(objective) ? filled(exemplar, slotted).orElse(null) : null);
	}

	/**
	 * Whether an objective can be understood without anything that was said before it,
	 * and its answer may have any form.
	 */
	static boolean standsAlone(Objective objective) {
		return !objective.isContextGiven() && objective.references().isEmpty() && objective.outputSchema() == null;
	}

	/**
	 * The plan with the literals of another objective, if it is sure to be the plan of
	 * that one too.
	 */
	private static Optional<String> filled(Exemplar exemplar, SlottedText slotted) {
		SlottedText own = SlottedText.of(exemplar.objective());
		JsonNode plan = ExactJson.read(exemplar.plan());
		if (!exemplar.isConfirmed() || ForeignLiterals.areIn(plan, own)) {
			return Optional.empty();
		}
		return LiteralSubstitution.of(own, slotted)
			.filter((substitution) -> substitution.isCoveredBy(exemplar.proven()))
			.flatMap((substitution) -> substitution.in(plan))
			.map(ExactJson::write);
	}

	private record Fit(ExemplarCatalogue.Entry entry, double likeness) {

	}

}
