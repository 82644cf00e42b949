package dev.babyagi.operation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import dev.babyagi.objective.WireId;
import dev.babyagi.operation.BackgroundOperations;
import dev.babyagi.operation.OperationId;
import dev.babyagi.operation.OperationNotFound;
import dev.babyagi.operation.OperationState;
import dev.babyagi.web.CallerTenant;

/**
 * Shows operations.
 */
@RestController
@Tag(name = "Operations", description = "Work that goes on after its request was answered")
class OperationController {

	private static final String PATH = "/v1/operations/";

	private final BackgroundOperations operations;

	private final CallerTenant tenant;

	OperationController(BackgroundOperations operations, CallerTenant tenant) {
		this.operations = operations;
		this.tenant = tenant;
	}

	@GetMapping(path = PATH + "{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Look at an operation",
			description = "Its state, what it made, and what its model calls used. Retry-After says when to look again.")
	ResponseEntity<OperationView> getOperation(@PathVariable @Parameter(example = OperationView.EXAMPLE,
			schema = @Schema(type = "string", pattern = OperationId.PATTERN)) String id) {
		OperationView view = WireId.parse(OperationId.PREFIX, id)
			.flatMap((uuid) -> this.operations.find(this.tenant.id(), new OperationId(uuid)))
			.map(OperationView::of)
			.orElseThrow(() -> new OperationNotFound(id));
		ResponseEntity.BodyBuilder response = ResponseEntity.ok();
		if (view.state() == OperationState.RUNNING) {
			response.header(HttpHeaders.RETRY_AFTER, "1");
		}
		return response.body(view);
	}

	static String path(OperationId id) {
		return PATH + id;
	}

}
