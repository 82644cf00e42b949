package dev.babyagi.journey.web;

import java.net.URI;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
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
import org.springframework.web.context.request.async.DeferredResult;

import dev.babyagi.journey.ObjectiveIntake;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveFilter.Position;
import dev.babyagi.objective.ObjectiveQuery;
import dev.babyagi.objective.Submission;
import dev.babyagi.web.CallerTenant;
import dev.babyagi.web.ContentTag;
import dev.babyagi.web.Created;
import dev.babyagi.web.IdempotencyKeys;
import dev.babyagi.web.Page;
import dev.babyagi.web.PageQuery;
import dev.babyagi.web.QueryPrefix;
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

	private final WaitingAnswers waiting;

	private final RequestReader reader;

	private final ObjectiveViews views;

	private final IdempotencyKeys idempotency;

	private final ContentTag tag;

	private final CallerTenant tenant;

	ObjectiveController(ObjectiveIntake intake, WaitingAnswers waiting, RequestReader reader, ObjectiveViews views,
			IdempotencyKeys idempotency, ContentTag tag, CallerTenant tenant) {
		this.intake = intake;
		this.waiting = waiting;
		this.reader = reader;
		this.views = views;
		this.idempotency = idempotency;
		this.tag = tag;
		this.tenant = tenant;
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	@SafeToRepeat
	@Parameter(name = "Prefer", in = ParameterIn.HEADER, schema = @Schema(type = "string"), example = "wait=30",
			description = "wait=30 waits up to 30 seconds (60 at most) for the outcome")
	@Operation(summary = "Create an objective",
			description = "Accepted objectives are stored before they are answered and reach a terminal state, "
					+ "whatever happens to this process. Poll the Location, or send Prefer: wait=30.")
	@ApiResponse(responseCode = "202", description = "Accepted",
			headers = @Header(name = "Location", schema = @Schema(type = "string")),
			content = @Content(schema = @Schema(implementation = AcceptedView.class)))
	@ApiResponse(responseCode = "200", description = "Finished within the time of Prefer: wait",
			content = @Content(schema = @Schema(implementation = ObjectiveView.class)))
	ResponseEntity<?> createObjective(@Valid @RequestBody ObjectiveRequest body, HttpServletRequest request) {
		return create(body, request).response();
	}

	@PostMapping(headers = "Prefer", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(hidden = true)
	DeferredResult<ResponseEntity<?>> createAndAwaitObjective(@Valid @RequestBody ObjectiveRequest body,
			HttpServletRequest request, @RequestHeader("Prefer") String prefer) {
		Created<AcceptedView> created = create(body, request);
		return WaitPreference.parse(prefer)
			.map((wait) -> this.waiting.answer(this.tenant.id(), created, wait))
			.orElseGet(() -> {
				DeferredResult<ResponseEntity<?>> answer = new DeferredResult<>();
				answer.setResult(created.response());
				return answer;
			});
	}

	private Created<AcceptedView> create(ObjectiveRequest body, HttpServletRequest request) {
		Submission submission = this.reader.read(body);
		return submission.context().given()
				? this.idempotency.onceAlone(request, AcceptedView.class, () -> accept(submission))
				: this.idempotency.once(request, AcceptedView.class, () -> accept(submission));
	}

	private Created<AcceptedView> accept(Submission submission) {
		Objective objective = this.intake.accept(this.tenant.id(), submission);
		return Created.accepted(URI.create("/v1/objectives/" + objective.id()), AcceptedView.of(objective));
	}

	@GetMapping
	@Operation(summary = "List objectives, newest first",
			description = "Besides the parameters below, metadata.<name>=<value> shows only objectives with that value "
					+ "in their metadata. Several of them must all hold.")
	Page<ObjectiveView> listObjectives(@Valid @ParameterObject ObjectiveQuery query,
			@RequestParam @QueryPrefix(ObjectiveQuery.METADATA) @Parameter(
					hidden = true) Map<String, String> parameters,
			@Valid @ParameterObject PageQuery page) {
		Position after = page.after().map((cursor) -> new Position(cursor.createdAt(), cursor.id())).orElse(null);
		return this.views.list(this.tenant.id(), query.filter(parameters).after(after), page);
	}

	@GetMapping("/{id}")
	@Operation(summary = "Look at an objective",
			description = "Status, result when there is one, usage and links. Retry-After says when to look again. "
					+ "With If-None-Match and the ETag of an earlier answer: 304 while nothing has changed.")
	@ApiResponse(responseCode = "200", headers = @Header(name = "ETag", schema = @Schema(type = "string")),
			content = @Content(schema = @Schema(implementation = ObjectiveView.class)))
	@ApiResponse(responseCode = "304", description = "Nothing has changed", content = @Content)
	@Parameter(name = "If-None-Match", in = ParameterIn.HEADER, description = "The ETag of an earlier answer",
			schema = @Schema(type = "string"))
	ResponseEntity<ObjectiveView> getObjective(@PathVariable @ObjectiveIdInPath String id) {
		ObjectiveView view = this.views.one(this.tenant.id(), PathIds.objective(id));
		ResponseEntity.BodyBuilder response = ResponseEntity.ok()
			.eTag(this.tag.of(view))
			.cacheControl(CacheControl.noCache().cachePrivate());
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
