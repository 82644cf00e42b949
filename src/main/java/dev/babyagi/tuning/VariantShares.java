package dev.babyagi.tuning;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;

import dev.babyagi.experiment.ExperimentArm;
import dev.babyagi.language.ModelRoutes;
import dev.babyagi.language.PromptVariant;
import dev.babyagi.language.PromptVariants;

/**
 * Gives each variant of a prompt its fixed share of the objectives. Which ones depends on
 * the objective and on the shares alone, so it stays the same through retries and
 * crashes.
 */
@Component
public class VariantShares {

	private final List<VariantShare> shares;

	private final Instant since;

	VariantShares(PromptVariants variants, ModelRoutes routes, Clock clock) {
		List<VariantShare> made = new ArrayList<>();
		for (String prompt : variants.all().stream().map(PromptVariant::prompt).distinct().toList()) {
			double taken = 0;
			for (PromptVariant variant : variants.of(prompt)) {
				made.add(new VariantShare(variant, part(prompt, taken, taken + variant.share())));
				taken += variant.share();
			}
		}
		this.shares = List.copyOf(made);
		this.since = clock.instant();
		routes.share(made.stream()
			.filter((share) -> share.variant().share() > 0)
			.map((share) -> new ModelRoutes.Route(null, share.variant().role(), null, share.variant(), share.takes()))
			.toList());
	}

	/** The objectives between two shares. */
	private static Predicate<UUID> part(String prompt, double from, double to) {
		UUID subject = UUID.nameUUIDFromBytes(("prompt " + prompt).getBytes(StandardCharsets.UTF_8));
		return (objective) -> ExperimentArm.of(subject, objective, to) == ExperimentArm.WITH
				&& ExperimentArm.of(subject, objective, from) == ExperimentArm.WITHOUT;
	}

	/** All variants, in the order of the settings within a prompt. */
	public List<VariantShare> all() {
		return this.shares;
	}

	/**
	 * Whether an objective gets the usual wording of a prompt, as far as shares decide.
	 */
	public boolean leaves(String prompt, UUID objective) {
		return this.shares.stream()
			.noneMatch((share) -> share.variant().prompt().equals(prompt) && share.takes().test(objective));
	}

	/** Since when the shares have been what they are: when this process started. */
	public Instant since() {
		return this.since;
	}

	/**
	 * A variant and the objectives that it gets.
	 *
	 * @param variant the variant
	 * @param takes whether it gets an objective
	 */
	public record VariantShare(PromptVariant variant, Predicate<UUID> takes) {

	}

}
