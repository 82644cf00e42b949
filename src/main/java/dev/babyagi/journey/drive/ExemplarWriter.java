package dev.babyagi.journey.drive;

import org.springframework.stereotype.Component;

import dev.babyagi.exemplar.ExemplarUses;
import dev.babyagi.exemplar.Exemplars;
import dev.babyagi.exemplar.PromptExemplar;
import dev.babyagi.journey.work.UnitOfWork;
import dev.babyagi.objective.ObjectiveState;
import dev.babyagi.plan.Plan;

/**
 * Writes which exemplar an objective has used, in the commit before its first call, and
 * keeps its own plan in the commit that ends it, if that was checked.
 */
@Component
class ExemplarWriter {

	private final Exemplars exemplars;

	private final ExemplarUses uses;

	ExemplarWriter(Exemplars exemplars, ExemplarUses uses) {
		this.exemplars = exemplars;
		this.uses = uses;
	}

	void record(UnitOfWork work) {
		PromptExemplar exemplar = work.background().exemplar();
		exemplar.unrecorded()
			.ifPresent((choice) -> this.uses.record(work.objective(), choice, exemplar.isReused(), work.now()));
		if (work.isOver()) {
			end(work);
		}
	}

	private void end(UnitOfWork work) {
		if (work.isVerified() && !work.execution().isTainted()) {
			this.exemplars.offer(work.objective(), work.plan().orElse(null));
		}
		if (hasLeftItsPlan(work)) {
			this.uses.find(work.objective().id())
				.filter(ExemplarUses.Use::reused)
				.ifPresent((use) -> this.exemplars.doubt(use.exemplar()));
		}
	}

	private static boolean hasLeftItsPlan(UnitOfWork work) {
		return work.objective().state() == ObjectiveState.FAILED
				|| work.plan().map(Plan::revision).filter((revision) -> revision > 1).isPresent();
	}

}
