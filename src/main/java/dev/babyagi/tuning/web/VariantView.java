package dev.babyagi.tuning.web;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.babyagi.experiment.LiftInterval;
import dev.babyagi.experiment.MeasuredEffect;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.PromptVariant;

/**
 * A variant of a prompt in the HTTP API.
 *
 * @param id the prompt and the name
 * @param role the role that the prompt instructs
 * @param share the fixed share of objectives that get it
 * @param since since when objectives are counted
 * @param with objectives that got it by its share and have ended
 * @param without those that no variant of the prompt has by its share
 * @param lift the share of good ones with it less that without it; {@code null} while one
 * of the two is empty
 * @param interval the ends of the interval of the lift; {@code null} with it
 * @param confidence the confidence of the interval
 */
@Schema(name = "PromptVariant")
record VariantView(@Schema(example = "planning/planner.brief") String id, ModelRole role,
		@Schema(example = "0.2") double share,
		@Schema(description = "When this replica started; the latest 1,000 objectives since then are counted") Instant since,
		ArmView with, ArmView without, @Nullable @Schema(example = "0.12") Double lift,
		@Nullable @Schema(example = "[0.01, 0.22]") List<Double> interval, @Schema(example = "0.9") double confidence) {

	static VariantView of(PromptVariant variant, Instant since, MeasuredEffect effect) {
		LiftInterval interval = effect.interval();
		return new VariantView(variant.id(), variant.role(), variant.share(), since, ArmView.of(effect.with()),
				ArmView.of(effect.without()), effect.isKnown() ? rounded(effect.lift()) : null,
				effect.isKnown() ? List.of(rounded(interval.low()), rounded(interval.high())) : null,
				LiftInterval.CONFIDENCE);
	}

	private static double rounded(double share) {
		return Math.round(share * 1000) / 1000.0;
	}

	/**
	 * Objectives that have ended.
	 *
	 * @param ended how many
	 * @param good those that were completed and that nobody called wrong
	 */
	@Schema(name = "PromptVariantArm")
	record ArmView(@Schema(example = "40") int ended, @Schema(example = "36") int good) {

		static ArmView of(MeasuredEffect.Arm arm) {
			return new ArmView(arm.runs(), arm.successes());
		}

	}

}
