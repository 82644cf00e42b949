package dev.babyagi.journey.web;

import java.nio.charset.StandardCharsets;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

import dev.babyagi.journey.Orders;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.Order;
import dev.babyagi.picture.SvgStyle;
import dev.babyagi.plan.TaskId;
import dev.babyagi.web.CallerTenant;
import dev.babyagi.web.Page;

/**
 * Shows the plan, the tasks and the result of one objective, and takes orders to it.
 */
@RestController
@RequestMapping("/v1/objectives/{id}")
@Tag(name = "Work", description = "Plan, tasks, result and orders of one objective")
class WorkController {

	private static final String MERMAID = "text/vnd.mermaid";

	private static final String SVG = "image/svg+xml";

	private static final String SVG_EXAMPLE = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";

	private final ObjectiveViews views;

	private final Orders orders;

	private final CallerTenant tenant;

	WorkController(ObjectiveViews views, Orders orders, CallerTenant tenant) {
		this.views = views;
		this.orders = orders;
		this.tenant = tenant;
	}

	@GetMapping(path = "/plan", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Look at the plan",
			description = "The newest revision: tasks and their dependencies. With Accept: text/vnd.mermaid or image/svg+xml a "
					+ "diagram. 409 with type no-plan while there is none.")
	@ApiResponse(responseCode = "200", content = {
			@Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = PlanView.class)),
			@Content(mediaType = MERMAID,
					schema = @Schema(type = "string", example = "flowchart TD\n  t1[\"Add\"] --> t2[\"Divide\"]")),
			@Content(mediaType = SVG, schema = @Schema(type = "string", example = SVG_EXAMPLE)) })
	@ApiResponse(responseCode = "409")
	JsonNode getPlan(@PathVariable @ObjectiveIdInPath String id) {
		return this.views.plan(this.tenant.id(), PathIds.objective(id));
	}

	@GetMapping(path = "/plan", produces = MERMAID)
	@Operation(hidden = true)
	String drawPlan(@PathVariable String id) {
		return this.views.mermaid(this.tenant.id(), PathIds.objective(id));
	}

	@GetMapping(path = "/plan", produces = SVG)
	@Operation(hidden = true)
	byte[] drawPlanAsSvg(@PathVariable String id, HttpServletResponse response) {
		return drawn(this.views.planSvg(this.tenant.id(), PathIds.objective(id)), response);
	}

	@GetMapping(path = "/timeline", produces = SVG)
	@Operation(summary = "See what took how long",
			description = "An SVG document: a row for each task of the newest plan, its attempts, the time it waited, and "
					+ "the critical path. 409 with type no-plan while there is none.")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = SVG, schema = @Schema(type = "string", example = SVG_EXAMPLE)))
	@ApiResponse(responseCode = "409")
	byte[] getTimeline(@PathVariable @ObjectiveIdInPath String id, HttpServletResponse response) {
		return drawn(this.views.timeline(this.tenant.id(), PathIds.objective(id)), response);
	}

	/** A picture, with leave for its own style sheet and for nothing else. */
	private static byte[] drawn(String svg, HttpServletResponse response) {
		response.setHeader("Content-Security-Policy", "default-src 'none'; style-src '" + SvgStyle.hash()
				+ "'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
		return svg.getBytes(StandardCharsets.UTF_8);
	}

	@GetMapping("/tasks")
	@Operation(summary = "List the tasks of the newest plan", description = "In the order they were planned.")
	Page<TaskView> listTasks(@PathVariable @ObjectiveIdInPath String id) {
		return new Page<>(this.views.tasks(this.tenant.id(), PathIds.objective(id)), null);
	}

	@GetMapping("/tasks/{taskId}")
	@Operation(summary = "Look at one task")
	TaskView getTask(@PathVariable @ObjectiveIdInPath String id, @PathVariable @Parameter(example = "t1",
			schema = @Schema(type = "string", pattern = "^" + TaskId.PATTERN + "$")) String taskId) {
		return this.views.task(this.tenant.id(), PathIds.objective(id), taskId);
	}

	@GetMapping("/result")
	@Operation(summary = "Look at the answer and where it comes from",
			description = "409 with type no-result while there is none.")
	@ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ResultView.class)))
	@ApiResponse(responseCode = "409")
	JsonNode getResult(@PathVariable @ObjectiveIdInPath String id) {
		return this.views.result(this.tenant.id(), PathIds.objective(id));
	}

	@PostMapping(path = "/cancel", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Cancel an objective",
			description = "Idempotent. Open calls are cut within a second, from whichever replica it was asked; "
					+ "graceful lets running attempts end. 409 for another terminal state.")
	@ApiResponse(responseCode = "202", description = "Ordered")
	@ApiResponse(responseCode = "409")
	ResponseEntity<ObjectiveView> cancelObjective(@PathVariable @ObjectiveIdInPath String id,
			@Valid @RequestBody(required = false) @Nullable CancelRequest request) {
		ObjectiveId objectiveId = PathIds.objective(id);
		boolean graceful = request != null && request.mode() == CancelRequest.Mode.GRACEFUL;
		this.orders.cancel(this.tenant.id(), objectiveId, graceful ? Order.Kind.CANCEL_GRACEFULLY : Order.Kind.CANCEL);
		return ResponseEntity.accepted().body(this.views.one(this.tenant.id(), objectiveId));
	}

	/**
	 * The body of a cancel.
	 *
	 * @param mode whether open calls are cut
	 */
	@Schema(name = "CancelRequest")
	record CancelRequest(@Nullable @Schema(defaultValue = "immediate", example = "graceful") Mode mode) {

		/** Whether open calls are cut. */
		enum Mode {

			/** Open calls are cut. */
			IMMEDIATE,

			/** Running attempts may end, and none starts. */
			GRACEFUL

		}

	}

}
