package dev.babyagi.dataset.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.babyagi.dataset.Dataset;
import dev.babyagi.dataset.DatasetId;
import dev.babyagi.dataset.DatasetManifest;
import dev.babyagi.dataset.DatasetNotFound;
import dev.babyagi.dataset.DatasetRole;
import dev.babyagi.dataset.DatasetSplit;
import dev.babyagi.dataset.DatasetState;
import dev.babyagi.dataset.Datasets;
import dev.babyagi.dataset.RowForm;
import dev.babyagi.objective.WireId;
import dev.babyagi.web.CallerTenant;
import dev.babyagi.web.ConflictRetry;
import dev.babyagi.web.Created;
import dev.babyagi.web.Cursor;
import dev.babyagi.web.IdempotencyKeys;
import dev.babyagi.web.Page;
import dev.babyagi.web.PageQuery;
import dev.babyagi.web.SafeToRepeat;

/**
 * Makes and shows datasets, and lets people download and delete them.
 */
@RestController
@RequestMapping("/v1/datasets")
@Tag(name = "Datasets", description = "Training data of calls that were verified or corrected")
class DatasetController {

	private static final String JSON_LINES = "application/jsonl";

	private static final String EXAMPLE = """
			{"messages": [{"role": "system", "content": "You answer one objective."}, \
			{"role": "user", "content": "How far is it from Oslo to Rome?"}, \
			{"role": "assistant", "content": "About 2,000 km."}]}""";

	private final Datasets datasets;

	private final IdempotencyKeys idempotency;

	private final TransactionTemplate transaction;

	private final CallerTenant tenant;

	DatasetController(Datasets datasets, IdempotencyKeys idempotency, TransactionTemplate transaction,
			CallerTenant tenant) {
		this.datasets = datasets;
		this.idempotency = idempotency;
		this.transaction = transaction;
		this.tenant = tenant;
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	@SafeToRepeat
	@Operation(summary = "Make a dataset",
			description = "It is built in the background from all completed objectives whose calls were checked by rules, or "
					+ "that have feedback, and never changes. Secrets and personal data that have a form are taken out; names are "
					+ "not. One family of objectives in five is held out.")
	@ApiResponse(responseCode = "202", description = "It is being built",
			headers = @Header(name = "Location", schema = @Schema(type = "string")),
			content = @Content(schema = @Schema(implementation = DatasetView.class)))
	ResponseEntity<DatasetView> createDataset(@Valid @RequestBody DatasetRequest body, HttpServletRequest request) {
		List<DatasetRole> roles = body.wanted();
		return ConflictRetry.run(() -> this.idempotency.onceAlone(request, DatasetView.class, () -> {
			Dataset dataset = this.datasets.create(this.tenant.id(), body.format(), roles);
			return Created.accepted(URI.create("/v1/datasets/" + dataset.id()), DatasetView.of(dataset, this.datasets));
		})).response();
	}

	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "List datasets, newest first")
	@Transactional(readOnly = true)
	Page<DatasetView> listDatasets(@Valid @ParameterObject PageQuery page) {
		return Page.of(
				this.datasets.list(this.tenant.id(), page.after().map(Cursor::createdAt).orElse(null),
						page.after().map(Cursor::id).orElse(null), page.size() + 1),
				page, (row) -> new Cursor(row.createdAt(), row.getId()))
			.map((row) -> DatasetView.of(row, this.datasets));
	}

	@GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Look at a dataset",
			description = "While it is being built, Retry-After says when to look again.")
	@Transactional(readOnly = true)
	ResponseEntity<DatasetView> getDataset(@PathVariable @DatasetIdInPath String id) {
		Dataset dataset = find(id);
		ResponseEntity.BodyBuilder response = ResponseEntity.ok();
		if (dataset.state() == DatasetState.BUILDING) {
			response.header(HttpHeaders.RETRY_AFTER, "1");
		}
		return response.body(DatasetView.of(dataset, this.datasets));
	}

	@GetMapping(path = "/{id}/content", produces = JSON_LINES)
	@Operation(summary = "Download the rows of a dataset", description = "One JSON document a line.")
	@ApiResponse(responseCode = "200", description = "The rows",
			content = @Content(mediaType = JSON_LINES, schema = @Schema(type = "string"),
					examples = @ExampleObject(EXAMPLE)))
	@ApiResponse(responseCode = "409")
	void getDatasetContent(@PathVariable @DatasetIdInPath String id,
			@Parameter(description = "The rows to train with, or those that are held out") @RequestParam(
					defaultValue = "train") DatasetSplit split,
			@Parameter(description = "The names of the fields of preference rows") @RequestParam(
					defaultValue = "openai") RowForm form,
			HttpServletResponse response) throws IOException {
		Dataset dataset = find(id);
		DatasetManifest.File file = this.datasets.file(dataset, split, form);
		response.setContentType(JSON_LINES);
		response.setCharacterEncoding(StandardCharsets.UTF_8);
		response.setContentLengthLong(file.bytes());
		response.setHeader(HttpHeaders.ETAG, '"' + file.sha256() + '"');
		Writer writer = response.getWriter();
		this.datasets.read(dataset, split, form, (line) -> write(writer, line));
	}

	private static void write(Writer writer, String line) {
		try {
			writer.write(line);
			writer.write('\n');
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Delete a dataset", description = "Its rows are erased.")
	@ApiResponse(responseCode = "204", description = "Deleted")
	void deleteDataset(@PathVariable @DatasetIdInPath String id) {
		ConflictRetry.run(() -> this.transaction.execute((status) -> {
			this.datasets.erase(find(id));
			return true;
		}));
	}

	private Dataset find(String id) {
		return WireId.parse(DatasetId.PREFIX, id)
			.flatMap((uuid) -> this.datasets.find(this.tenant.id(), uuid))
			.orElseThrow(DatasetNotFound::new);
	}

}
