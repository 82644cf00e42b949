package dev.babyagi.learning.web;

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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.babyagi.learning.FeedbackDraft;
import dev.babyagi.learning.FeedbackId;
import dev.babyagi.learning.FeedbackIntake;
import dev.babyagi.learning.FeedbackNotFound;
import dev.babyagi.learning.ImplicitSignal;
import dev.babyagi.learning.ImplicitSignals;
import dev.babyagi.learning.PastRuns;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.ObjectiveNotFound;
import dev.babyagi.objective.Objectives;
import dev.babyagi.objective.WireId;
import dev.babyagi.plan.TaskId;
import dev.babyagi.web.CallerTenant;
import dev.babyagi.web.ConflictRetry;
import dev.babyagi.web.Created;
import dev.babyagi.web.IdempotencyKeys;
import dev.babyagi.web.SafeToRepeat;

/**
 * Takes and shows feedback on objectives and their tasks.
 */
@RestController
@RequestMapping("/v1/objectives/{id}")
@Tag(name = "Feedback", description = "Say how good an answer was, and see what the rating was spread over")
class FeedbackController {

	private static final String EXAMPLE = "obj_01M88EQ6FJEXDAV3FV4QHVJ051";

	private final FeedbackIntake intake;

	private final Objectives objectives;

	private final PastRuns runs;

	private final ImplicitSignals signals;

	private final IdempotencyKeys idempotency;

	private final TransactionTemplate transaction;

	private final CallerTenant tenant;

	FeedbackController(FeedbackIntake intake, Objectives objectives, PastRuns runs, ImplicitSignals signals,
			IdempotencyKeys idempotency, TransactionTemplate transaction, CallerTenant tenant) {
		this.intake = intake;
		this.objectives = objectives;
		this.runs = runs;
		this.signals = signals;
		this.idempotency = idempotency;
		this.transaction = transaction;
		this.tenant = tenant;
	}

	@PostMapping(path = "/feedback", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@SafeToRepeat
	@Operation(summary = "Give feedback on an objective",
			description = "Any time after its end; a later one takes the place of an earlier one. The response shows what "
					+ "the rating was spread over. If the answer was wrong, a lesson may come of it in the background.")
	@ApiResponse(responseCode = "201", description = "Stored",
			headers = @Header(name = "Location", schema = @Schema(type = "string")),
			content = @Content(schema = @Schema(implementation = FeedbackView.class)))
	@ApiResponse(responseCode = "200", description = "It took the place of what was there",
			content = @Content(schema = @Schema(implementation = FeedbackView.class)))
	@ApiResponse(responseCode = "409")
	ResponseEntity<FeedbackView> giveFeedback(
			@PathVariable @Parameter(example = EXAMPLE,
					schema = @Schema(type = "string", pattern = ObjectiveId.PATTERN)) String id,
			@Valid @RequestBody FeedbackRequest body, HttpServletRequest request) {
		return give(id, null, body.draft(), request);
	}

	@PostMapping(path = "/tasks/{taskId}/feedback", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@SafeToRepeat
	@Operation(summary = "Give feedback on one task", description = "As on an objective, about the output of the task.")
	@ApiResponse(responseCode = "201", description = "Stored",
			headers = @Header(name = "Location", schema = @Schema(type = "string")),
			content = @Content(schema = @Schema(implementation = FeedbackView.class)))
	@ApiResponse(responseCode = "200", description = "It took the place of what was there",
			content = @Content(schema = @Schema(implementation = FeedbackView.class)))
	@ApiResponse(responseCode = "409")
	ResponseEntity<FeedbackView> giveTaskFeedback(
			@PathVariable @Parameter(example = EXAMPLE,
					schema = @Schema(type = "string", pattern = ObjectiveId.PATTERN)) String id,
			@PathVariable @Parameter(example = "t1",
					schema = @Schema(type = "string", pattern = "^" + TaskId.PATTERN + "$")) String taskId,
			@Valid @RequestBody FeedbackRequest body, HttpServletRequest request) {
		return give(id, taskId, body.draft(), request);
	}

	private ResponseEntity<FeedbackView> give(String id, @Nullable String taskId, FeedbackDraft draft,
			HttpServletRequest request) {
		ObjectiveId objective = objective(id);
		return ConflictRetry.run(() -> this.idempotency.onceAlone(request, FeedbackView.class, () -> {
			FeedbackIntake.Given given = this.intake.give(this.tenant.id(), objective, taskId, draft);
			return new Created<>(given.created() ? HttpStatus.CREATED : HttpStatus.OK,
					URI.create("/v1/objectives/" + objective + "/feedback"), FeedbackView.of(given.feedback()), false);
		})).response();
	}

	@GetMapping(path = "/feedback", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "List the feedback on an objective and its tasks",
			description = "Oldest first. Beside it stand signals that nobody gave: checks, retries, a cancel, the same "
					+ "question again. They are hints, and label nothing.")
	@Transactional(readOnly = true)
	FeedbackList listFeedback(@PathVariable @Parameter(example = EXAMPLE,
			schema = @Schema(type = "string", pattern = ObjectiveId.PATTERN)) String id) {
		Objective objective = this.objectives.find(objective(id), this.tenant.id())
			.orElseThrow(() -> new ObjectiveNotFound(id));
		List<FeedbackView> items = this.intake.list(this.tenant.id(), objective.id())
			.stream()
			.map(FeedbackView::of)
			.toList();
		return new FeedbackList(items, this.signals.of(this.runs.of(objective)));
	}

	@DeleteMapping("/feedback/{feedbackId}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Take feedback back", description = "What only it taught is retired.")
	@ApiResponse(responseCode = "204", description = "Taken back")
	@ApiResponse(responseCode = "409")
	void deleteFeedback(
			@PathVariable @Parameter(example = EXAMPLE,
					schema = @Schema(type = "string", pattern = ObjectiveId.PATTERN)) String id,
			@PathVariable @Parameter(example = "fbk_01M88EQ6FJEXDAV3FV4QHVJ051",
					schema = @Schema(type = "string", pattern = FeedbackId.PATTERN)) String feedbackId) {
		FeedbackId feedback = WireId.parse(FeedbackId.PREFIX, feedbackId)
			.map(FeedbackId::new)
			.orElseThrow(FeedbackNotFound::new);
		ConflictRetry.run(() -> this.transaction.execute((status) -> {
			this.intake.takeBack(this.tenant.id(), objective(id), feedback);
			return true;
		}));
	}

	private static ObjectiveId objective(String id) {
		return WireId.parse("obj", id).map(ObjectiveId::new).orElseThrow(() -> new ObjectiveNotFound(id));
	}

	/**
	 * The feedback on an objective.
	 *
	 * @param items what people said, oldest first
	 * @param implicit what nobody said: hints from the run itself
	 */
	@Schema(name = "FeedbackList")
	record FeedbackList(List<FeedbackView> items, List<ImplicitSignal> implicit) {

	}

}
