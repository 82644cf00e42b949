package dev.babyagi.tuning.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.babyagi.tuning.CanaryWatch;
import dev.babyagi.tuning.VariantShares;
import dev.babyagi.web.CallerTenant;

/**
 * Shows the variants of prompts and how the objectives fare that get them.
 */
@RestController
@RequestMapping("/v1/prompt-variants")
@Tag(name = "Fine-tunings")
class VariantController {

	private final VariantShares shares;

	private final CanaryWatch watch;

	private final CallerTenant tenant;

	VariantController(VariantShares shares, CanaryWatch watch, CallerTenant tenant) {
		this.shares = shares;
		this.watch = watch;
		this.tenant = tenant;
	}

	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "List the variants of prompts, and how the objectives fare that get them",
			description = "Variants are files beside the usual prompts, named in babyagi.prompts.variants.")
	VariantList listPromptVariants() {
		Map<UUID, Boolean> ended = this.shares.all().isEmpty() ? Map.of()
				: this.watch.ended(this.tenant.id(), this.shares.since());
		List<VariantView> views = this.shares.all()
			.stream()
			.map((share) -> VariantView.of(share.variant(), this.shares.since(),
					CanaryWatch.effect(ended, share.takes(),
							(objective) -> this.shares.leaves(share.variant().prompt(), objective))))
			.toList();
		return new VariantList(views);
	}

	/**
	 * All variants.
	 *
	 * @param items the variants, by prompt
	 */
	record VariantList(List<VariantView> items) {

	}

}
