package dev.babyagi.memory.web;

import java.net.URI;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.babyagi.memory.Memories;
import dev.babyagi.memory.Memories.Remembered;
import dev.babyagi.memory.Memory;
import dev.babyagi.memory.MemoryDraft;
import dev.babyagi.memory.MemoryExtraction;
import dev.babyagi.memory.MemoryFilter;
import dev.babyagi.memory.MemoryId;
import dev.babyagi.memory.MemoryKind;
import dev.babyagi.memory.MemoryNotFound;
import dev.babyagi.objective.ContextId;
import dev.babyagi.objective.WireId;
import dev.babyagi.operation.BackgroundOperation;
import dev.babyagi.operation.OperationState;
import dev.babyagi.web.CallerTenant;
import dev.babyagi.web.ConflictRetry;
import dev.babyagi.web.Created;
import dev.babyagi.web.Cursor;
import dev.babyagi.web.IdempotencyKeys;
import dev.babyagi.web.Page;
import dev.babyagi.web.PageQuery;
import dev.babyagi.web.SafeToRepeat;

/**
 * Stores, shows, lists and forgets memories.
 */
@RestController
@RequestMapping("/v1/memories")
@Tag(name = "Memories", description = "What is kept to be recalled in later objectives")
class MemoryController {

	private final Memories memories;

	private final MemoryExtraction extraction;

	private final MemoryRequestReader reader;

	private final IdempotencyKeys idempotency;

	private final CallerTenant tenant;

	MemoryController(Memories memories, MemoryExtraction extraction, MemoryRequestReader reader,
			IdempotencyKeys idempotency, CallerTenant tenant) {
		this.memories = memories;
		this.extraction = extraction;
		this.reader = reader;
		this.idempotency = idempotency;
		this.tenant = tenant;
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	@SafeToRepeat
	@Operation(summary = "Remember something, word for word",
			description = "It can be recalled within two seconds on every replica. With subject, attribute and value it "
					+ "supersedes what was said before about that attribute.")
	@ApiResponse(responseCode = "201", description = "Stored",
			headers = @Header(name = "Location", schema = @Schema(type = "string")),
			content = @Content(schema = @Schema(implementation = MemoryView.class)))
	@ApiResponse(responseCode = "200", description = "The same was there already",
			content = @Content(schema = @Schema(implementation = MemoryView.class)))
	@ApiResponse(responseCode = "202", description = "With infer: facts are taken in the background",
			headers = @Header(name = "Location", schema = @Schema(type = "string")),
			content = @Content(schema = @Schema(implementation = InferenceView.class)))
	ResponseEntity<?> createMemory(@Valid @RequestBody MemoryRequest body, HttpServletRequest request) {
		MemoryDraft draft = this.reader.read(body);
		if (body.isInferred()) {
			return this.idempotency.once(request, InferenceView.class, () -> infer(draft)).response();
		}
		return ConflictRetry.run(() -> this.idempotency.onceAlone(request, MemoryView.class, () -> {
			Remembered remembered = this.memories.remember(this.tenant.id(), draft).orElseThrow();
			MemoryView view = MemoryView.of(remembered.memory());
			return new Created<>(remembered.created() ? HttpStatus.CREATED : HttpStatus.OK,
					URI.create("/v1/memories/" + view.id()), view, false);
		})).response();
	}

	private Created<InferenceView> infer(MemoryDraft draft) {
		InferenceView view = InferenceView
			.of(this.extraction.infer(this.tenant.id(), draft.text(), draft.contextId(), draft.trust()));
		return Created.accepted(URI.create("/v1/operations/" + view.id()), view);
	}

	@PostMapping(path = "/batch", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@SafeToRepeat
	@Operation(summary = "Remember up to 1,000 things",
			description = "All are stored, in the given order, or none: then each bad one is named in errors.")
	@ApiResponse(responseCode = "201", description = "All are stored; what was there already is not stored twice",
			content = @Content(schema = @Schema(implementation = MemoryBatch.Stored.class)))
	ResponseEntity<MemoryBatch.Stored> createMemories(@Valid @RequestBody MemoryBatch body,
			HttpServletRequest request) {
		List<MemoryDraft> drafts = this.reader.readAll(body.items(), "/items");
		return ConflictRetry
			.run(() -> this.idempotency
				.onceAlone(request, MemoryBatch.Stored.class,
						() -> Created.created(URI.create("/v1/memories"),
								MemoryBatch.Stored.of(this.memories.rememberAll(this.tenant.id(), drafts)))))
			.response();
	}

	@GetMapping
	@Operation(summary = "List memories, newest first",
			description = "Turns are not listed: they are the objectives of a context.")
	Page<MemoryView> listMemories(
			@Parameter(description = "Only this kind") @RequestParam(required = false) @Nullable MemoryKind kind,
			@Parameter(description = "The context they belong to",
					schema = @Schema(type = "string", pattern = ContextId.PATTERN)) @RequestParam(
							required = false) @Nullable String contextId,
			@Parameter(description = "Whether superseded ones are listed too") @RequestParam(
					required = false) @Nullable Boolean includeSuperseded,
			@Valid @ParameterObject PageQuery page) {
		MemoryFilter filter = new MemoryFilter(kind, MemoryRequestReader.context(contextId, "contextId"),
				Boolean.TRUE.equals(includeSuperseded), page.after().map(Cursor::createdAt).orElse(null),
				page.after().map(Cursor::id).orElse(null));
		List<Memory> rows = this.memories.list(this.tenant.id(), filter, page.size() + 1);
		return Page.of(rows, page, (row) -> new Cursor(row.createdAt(), row.getId())).map(MemoryView::of);
	}

	@GetMapping("/{id:mem_.*}")
	@Operation(summary = "Look at a memory")
	MemoryView getMemory(@PathVariable @MemoryIdInPath String id) {
		return MemoryView.of(find(id));
	}

	@GetMapping("/{id:mem_.*}/history")
	@Operation(summary = "See what was said before and after it",
			description = "What it supersedes, itself, and what supersedes it, oldest first.")
	MemoryHistory getMemoryHistory(@PathVariable @MemoryIdInPath String id) {
		return new MemoryHistory(this.memories.history(find(id)).stream().map(MemoryView::of).toList());
	}

	@DeleteMapping("/{id:mem_.*}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Forget a memory",
			description = "Its row, its vectors and its place in every index are erased.")
	@ApiResponse(responseCode = "204", description = "Forgotten")
	@Transactional
	void deleteMemory(@PathVariable @MemoryIdInPath String id) {
		this.memories.forget(find(id));
	}

	private Memory find(String id) {
		return WireId.parse(MemoryId.PREFIX, id)
			.flatMap((parsed) -> this.memories.find(this.tenant.id(), parsed))
			.orElseThrow(MemoryNotFound::new);
	}

	/**
	 * The operation that takes facts from a text.
	 *
	 * @param id its id
	 * @param kind what it does
	 * @param state how it stands
	 */
	@Schema(name = "Inference")
	record InferenceView(@Schema(example = "opr_01M88EQ6FJEXDAV3FV4QHVJ051") String id,
			@Schema(example = "memory.infer") String kind, OperationState state) {

		static InferenceView of(BackgroundOperation operation) {
			return new InferenceView(operation.id().toString(), operation.kind(), operation.state());
		}

	}

	/**
	 * The memories about one thing.
	 *
	 * @param items the memories, oldest first
	 */
	record MemoryHistory(List<MemoryView> items) {

	}

}
