package dev.babyagi.tuning;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import dev.babyagi.experiment.ExperimentArm;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ModelRoutes;
import dev.babyagi.language.PromptVariant;
import dev.babyagi.language.PromptVariants;

/**
 * Tells the language module which objectives the trained models, and the wordings that
 * have passed the gate, serve. A change takes effect at once on the replica that made it
 * and within a second or two on the others.
 */
@Component
class TuningRoutes {

	private static final Logger log = LoggerFactory.getLogger(TuningRoutes.class);

	private final FineTuningRows rows;

	private final ModelRoutes routes;

	private final PromptVariants variants;

	TuningRoutes(FineTuningRows rows, ModelRoutes routes, PromptVariants variants) {
		this.rows = rows;
		this.routes = routes;
		this.variants = variants;
	}

	@Scheduled(fixedDelayString = "PT1S")
	@TransactionalEventListener(RoutesChanged.class)
	synchronized void refresh() {
		try {
			List<FineTuning> serving = this.rows.serving();
			this.routes.promote(serving.stream().map(this::route).toList());
		}
		catch (DataAccessException ex) {
			log.warn("Trained models could not be looked up, so the same ones serve as before: {}",
					ex.getClass().getSimpleName());
		}
	}

	private ModelRoutes.Route route(FineTuning tuning) {
		ModelRole role = ModelRole.valueOf(tuning.role().name());
		PromptVariant variant = this.variants.all().stream().filter(tuning::isOf).findFirst().orElse(null);
		return new ModelRoutes.Route(tuning.tenant(), role, tuning.model(), variant,
				(objective) -> ExperimentArm.of(tuning.getId(), objective, tuning.share()) == ExperimentArm.WITH);
	}

}
