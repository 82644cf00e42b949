package dev.babyagi.journey.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.babyagi.objective.ContextId;
import dev.babyagi.web.CallerTenant;
import dev.babyagi.web.PageQuery;

/**
 * Shows what was said and stated in a context.
 */
@RestController
@RequestMapping("/v1/contexts/{id}")
@Tag(name = "Contexts", description = "What was said and stated in one conversation")
class ContextController {

	private static final String EXAMPLE = "ctx_01M88EQ6FJEXDAV3FV4QHVJ051";

	private final ContextViews views;

	private final CallerTenant tenant;

	ContextController(ContextViews views, CallerTenant tenant) {
		this.views = views;
		this.tenant = tenant;
	}

	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Look at a context",
			description = "Its rounds, newest first and a page at a time, and what was stated and still holds.")
	ContextView getContext(
			@PathVariable @Parameter(example = EXAMPLE,
					schema = @Schema(type = "string", pattern = ContextId.PATTERN)) String id,
			@Valid @ParameterObject PageQuery page) {
		return this.views.one(this.tenant.id(), PathIds.context(id), page);
	}

	@GetMapping(path = "/block", produces = MediaType.TEXT_PLAIN_VALUE)
	@Operation(summary = "Read a context as one text",
			description = "Ready to paste into a prompt: what still holds and the last rounds, dated and marked as data.")
	@ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.TEXT_PLAIN_VALUE,
			schema = @Schema(type = "string", example = "[2026-03-01 12:00 UTC] User: What is 6 * 7?\nAnswer: 42")))
	String getContextBlock(
			@PathVariable @Parameter(example = EXAMPLE,
					schema = @Schema(type = "string", pattern = ContextId.PATTERN)) String id,
			@Parameter(description = "The most tokens, estimated as a third of the bytes") @RequestParam(
					defaultValue = "2000") @Min(100) @Max(32_000) int maxTokens) {
		return this.views.block(this.tenant.id(), PathIds.context(id), maxTokens);
	}

}
