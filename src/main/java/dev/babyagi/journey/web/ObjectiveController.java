package dev.babyagi.journey.web;

import java.net.URI;
import java.time.Instant;

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
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.babyagi.journey.CompletionAwaiter;
import dev.babyagi.journey.ObjectiveIntake;
import dev.babyagi.objective.ContextId;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveFilter;
import dev.babyagi.objective.ObjectiveFilter.Position;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.ObjectiveNotFound;
import dev.babyagi.objective.ObjectivePhase;
import dev.babyagi.objective.ObjectiveState;
import dev.babyagi.objective.Submission;
import dev.babyagi.objective.WireId;
import dev.babyagi.web.CallerTenant;
import dev.babyagi.web.Created;
import dev.babyagi.web.IdempotencyKeys;
import dev.babyagi.web.Page;
import dev.babyagi.web.PageQuery;
import dev.babyagi.web.Problem;
import dev.babyagi.web.SafeToRepeat;
import dev.babyagi.web.WaitPreference;

/**
 * Creates, shows, lists and erases objectives.
 */
@RestController
@RequestMapping("/v1/objectives")
@Tag(name = "Objectives", description = "What someone wants, and what became of it")
class ObjectiveController {

	private final ObjectiveIntake intake;

	private final CompletionAwaiter completion;

	private final RequestReader reader;

	private final ObjectiveViews views;

	private final IdempotencyKeys idempotency;

	private final CallerTenant tenant;

	ObjectiveController(ObjectiveIntake intake, CompletionAwaiter completion, RequestReader reader,
			ObjectiveViews views, IdempotencyKeys idempotency, CallerTenant tenant) {
		this.intake = intake;
		this.completion = completion;
		this.reader = reader;
		this.views = views;
		this.idempotency = idempotency;
		this.tenant = tenant;
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	@SafeToRepeat
	@Operation(summary = "Create an objective",
			description = "Accepted objectives are stored before they are answered and reach a terminal state, "
					+ "whatever happens to this process. Poll the Location, or send Prefer: wait=30.")
	@ApiResponse(responseCode = "202", description = "Accepted",
			headers = @Header(name = "Location", schema = @Schema(type = "string")),
			content = @Content(schema = @Schema(implementation = AcceptedView.class)))
	@ApiResponse(responseCode = "200", description = "Finished within the time of Prefer: wait",
			content = @Content(schema = @Schema(implementation = ObjectiveView.class)))
	ResponseEntity<?> createObjective(@Valid @RequestBody ObjectiveRequest body, HttpServletRequest request,
			@Parameter(description = "wait=30 waits up to 30 seconds (60 at most) for the outcome",
					example = "wait=30") @RequestHeader(name = "Prefer", required = false) @Nullable String prefer) {
		Submission submission = this.reader.read(body);
		Created<AcceptedView> created = submission.context().given()
				? this.idempotency.onceAlone(request, AcceptedView.class, () -> accept(submission))
				: this.idempotency.once(request, AcceptedView.class, () -> accept(submission));
		return WaitPreference.parse(prefer)
			.<ResponseEntity<?>>map((wait) -> waited(created, wait))
			.orElseGet(created::response);
	}

	private Created<AcceptedView> accept(Submission submission) {
		Objective objective = this.intake.accept(this.tenant.id(), submission);
		return Created.accepted(URI.create("/v1/objectives/" + objective.id()), AcceptedView.of(objective));
	}

	private ResponseEntity<?> waited(Created<AcceptedView> created, WaitPreference wait) {
		ObjectiveId id = PathIds.objective(created.body().id());
		boolean terminal = this.completion.await(this.tenant.id(), id, wait.duration());
		ResponseEntity<AcceptedView> response = created.response();
		try {
			Object view = terminal ? this.views.one(this.tenant.id(), id) : this.views.accepted(this.tenant.id(), id);
			return ResponseEntity.status(terminal ? HttpStatus.OK : response.getStatusCode())
				.headers((headers) -> headers.addAll(response.getHeaders()))
				.header(WaitPreference.APPLIED, wait.applied())
				.body(view);
		}
		catch (ObjectiveNotFound ex) {
			// It was erased, so the first answer is all that is left of it.
			return response;
		}
	}

	@GetMapping
	@Operation(summary = "List objectives, newest first")
	Page<ObjectiveView> listObjectives(@RequestParam(required = false) @Nullable ObjectiveState state,
			@RequestParam(required = false) @Nullable ObjectivePhase phase,
			@Parameter(description = "The conversation they belong to",
					schema = @Schema(type = "string", pattern = ContextId.PATTERN)) @RequestParam(
							required = false) @Nullable String contextId,
			@Parameter(description = "Created later than this instant") @RequestParam(
					required = false) @Nullable Instant createdAfter,
			@Parameter(description = "Created earlier than this instant") @RequestParam(
					required = false) @Nullable Instant createdBefore,
			@Valid @ParameterObject PageQuery page) {
		Position after = page.after().map((cursor) -> new Position(cursor.createdAt(), cursor.id())).orElse(null);
		ObjectiveFilter filter = new ObjectiveFilter(state, phase, context(contextId), createdAfter, createdBefore,
				after);
		return this.views.list(this.tenant.id(), filter, page);
	}

	private static @Nullable ContextId context(@Nullable String contextId) {
		return (contextId != null) ? WireId.parse("ctx", contextId)
			.map(ContextId::new)
			.orElseThrow(() -> Problem.invalid("contextId", "is not an id of a context")) : null;
	}

	@GetMapping("/{id}")
	@Operation(summary = "Look at an objective",
			description = "Status, result when there is one, usage and links. Retry-After says when to look again.")
	ResponseEntity<ObjectiveView> getObjective(@PathVariable @ObjectiveIdInPath String id) {
		ObjectiveView view = this.views.one(this.tenant.id(), PathIds.objective(id));
		ResponseEntity.BodyBuilder response = ResponseEntity.ok();
		if (!view.state().isTerminal()) {
			response.header("Retry-After", "1");
		}
		return response.body(view);
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Erase a terminal objective", description = "Never means cancel: 409 while it is worked on.")
	@ApiResponse(responseCode = "204", description = "Erased")
	@ApiResponse(responseCode = "409")
	void eraseObjective(@PathVariable @ObjectiveIdInPath String id) {
		this.intake.erase(this.tenant.id(), PathIds.objective(id));
	}

}
