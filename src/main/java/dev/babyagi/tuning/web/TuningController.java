package dev.babyagi.tuning.web;

import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.babyagi.dataset.Dataset;
import dev.babyagi.dataset.DatasetId;
import dev.babyagi.dataset.DatasetRole;
import dev.babyagi.dataset.Datasets;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.PromptVariant;
import dev.babyagi.language.PromptVariants;
import dev.babyagi.objective.WireId;
import dev.babyagi.tuning.FineTuning;
import dev.babyagi.tuning.FineTunings;
import dev.babyagi.tuning.TuningId;
import dev.babyagi.tuning.TuningNotFound;
import dev.babyagi.web.CallerTenant;
import dev.babyagi.web.Created;
import dev.babyagi.web.Cursor;
import dev.babyagi.web.IdempotencyKeys;
import dev.babyagi.web.Page;
import dev.babyagi.web.PageQuery;
import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemType;
import dev.babyagi.web.SafeToRepeat;

/**
 * Starts and shows fine-tunings, and lets people cancel them and roll back their models.
 */
@RestController
@RequestMapping("/v1/fine-tunings")
@Tag(name = "Fine-tunings", description = "Models that a provider trains, and which objectives they serve")
class TuningController {

	private final FineTunings tunings;

	private final Datasets datasets;

	private final PromptVariants variants;

	private final IdempotencyKeys idempotency;

	private final TransactionTemplate transaction;

	private final CallerTenant tenant;

	TuningController(FineTunings tunings, Datasets datasets, PromptVariants variants, IdempotencyKeys idempotency,
			TransactionTemplate transaction, CallerTenant tenant) {
		this.tunings = tunings;
		this.datasets = datasets;
		this.variants = variants;
		this.idempotency = idempotency;
		this.transaction = transaction;
		this.tenant = tenant;
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	@SafeToRepeat
	@Operation(summary = "Start a fine-tuning",
			description = "In the background the training rows of the role are uploaded to babyagi.fine-tuning.base-url and a "
					+ "job is created there. The model is then tried on the held-out rows, and serves a part of the objectives only "
					+ "if it is better. With promptVariant nothing is trained: the variant goes to the held-out rows at once.")
	@ApiResponse(responseCode = "202", description = "It has begun",
			headers = @Header(name = "Location", schema = @Schema(type = "string")),
			content = @Content(schema = @Schema(implementation = TuningView.class)))
	@ApiResponse(responseCode = "409")
	ResponseEntity<TuningView> createFineTuning(@Valid @RequestBody TuningRequest body, HttpServletRequest request) {
		return this.idempotency.once(request, TuningView.class, () -> {
			FineTuning tuning = start(body);
			return Created.accepted(URI.create("/v1/fine-tunings/" + tuning.id()), TuningView.of(tuning, this.tunings));
		}).response();
	}

	private FineTuning start(TuningRequest body) {
		String model = body.baseModel();
		String variant = body.promptVariant();
		if ((model == null || model.isBlank()) == (variant == null || variant.isBlank())) {
			throw Problem.of(ProblemType.UNPROCESSABLE, "Give either a baseModel or a promptVariant")
				.error("/baseModel", "must be given unless promptVariant is");
		}
		Dataset dataset = dataset(body.datasetId());
		return (variant != null && !variant.isBlank())
				? this.tunings.tryVariant(this.tenant.id(), dataset, variant(body.role(), variant), body.role())
				: this.tunings.start(this.tenant.id(), dataset, String.valueOf(model).strip(), body.role());
	}

	private PromptVariant variant(DatasetRole role, String id) {
		return this.variants.find(id.strip())
			.filter((variant) -> variant.role() == ModelRole.valueOf(role.name()))
			.orElseThrow(() -> Problem.of(ProblemType.UNPROCESSABLE, "There is no such variant of a prompt of the role")
				.error("/promptVariant", "must be one of GET /v1/prompt-variants"));
	}

	private Dataset dataset(String id) {
		return WireId.parse(DatasetId.PREFIX, id)
			.flatMap((uuid) -> this.datasets.find(this.tenant.id(), uuid))
			.orElseThrow(() -> Problem.of(ProblemType.UNPROCESSABLE, "There is no such dataset")
				.error("/datasetId", "must be the id of a dataset"));
	}

	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "List fine-tunings, newest first")
	@Transactional(readOnly = true)
	Page<TuningView> listFineTunings(@Valid @ParameterObject PageQuery page) {
		return Page.of(
				this.tunings.list(this.tenant.id(), page.after().map(Cursor::createdAt).orElse(null),
						page.after().map(Cursor::id).orElse(null), page.size() + 1),
				page, (row) -> new Cursor(row.createdAt(), row.getId()))
			.map((row) -> TuningView.of(row, this.tunings));
	}

	@GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Look at a fine-tuning")
	@Transactional(readOnly = true)
	TuningView getFineTuning(@PathVariable @TuningIdInPath String id) {
		return TuningView.of(find(id), this.tunings);
	}

	@PostMapping(path = "/{id}/cancel", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Cancel a job that has not ended", description = "The provider is told in the background.")
	@ApiResponse(responseCode = "200", description = "It will be canceled",
			content = @Content(schema = @Schema(implementation = TuningView.class)))
	@ApiResponse(responseCode = "409")
	TuningView cancelFineTuning(@PathVariable @TuningIdInPath String id) {
		this.transaction.executeWithoutResult((status) -> this.tunings.cancel(find(id)));
		return TuningView.of(find(id), this.tunings);
	}

	@PostMapping(path = "/{id}/rollback", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Let a model serve nobody any more", description = "It takes effect within two seconds.")
	@ApiResponse(responseCode = "200", description = "It serves nobody",
			content = @Content(schema = @Schema(implementation = TuningView.class)))
	@ApiResponse(responseCode = "409")
	TuningView rollBackFineTuning(@PathVariable @TuningIdInPath String id) {
		this.transaction.executeWithoutResult((status) -> this.tunings.rollBack(find(id)));
		return TuningView.of(find(id), this.tunings);
	}

	private FineTuning find(String id) {
		return WireId.parse(TuningId.PREFIX, id)
			.flatMap((uuid) -> this.tunings.find(this.tenant.id(), uuid))
			.orElseThrow(TuningNotFound::new);
	}

}
