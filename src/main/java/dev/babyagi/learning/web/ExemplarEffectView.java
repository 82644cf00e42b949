package dev.babyagi.learning.web;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.babyagi.exemplar.ExemplarId;
import dev.babyagi.experiment.LiftInterval;
import dev.babyagi.experiment.MeasuredEffect;

/**
 * What an exemplar brings.
 *
 * @param exemplarId the exemplar
 * @param with objectives that got it
 * @param without objectives that did without, to compare
 * @param lift the share of right answers with it less the share without it; {@code null}
 * while an arm has no labelled run
 * @param interval the ends of the interval of the lift; {@code null} with it
 * @param confidence the confidence of the interval
 */
@Schema(name = "ExemplarEffect")
record ExemplarEffectView(@Schema(example = ExemplarView.EXAMPLE, pattern = ExemplarId.PATTERN) String exemplarId,
		EffectView.ArmView with, EffectView.ArmView without, @Nullable @Schema(example = "0.3") Double lift,
		@Nullable @Schema(example = "[0.02, 0.58]") List<Double> interval, @Schema(example = "0.9") double confidence) {

	static ExemplarEffectView of(ExemplarId id, MeasuredEffect effect) {
		return new ExemplarEffectView(id.toString(), EffectView.ArmView.of(effect.with()),
				EffectView.ArmView.of(effect.without()), EffectView.lift(effect), EffectView.interval(effect),
				LiftInterval.CONFIDENCE);
	}

}
