package dev.babyagi.learning.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.babyagi.learning.LearningReport;
import dev.babyagi.web.CallerTenant;

/**
 * Shows how learning stands.
 */
@RestController
@Tag(name = "Lessons")
class LearningController {

	private final LearningReport report;

	private final CallerTenant tenant;

	LearningController(LearningReport report, CallerTenant tenant) {
		this.report = report;
		this.tenant = tenant;
	}

	@GetMapping(path = "/v1/learning", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "See what learning spends, what is left, what waits, and what was refused and why")
	@ApiResponse(responseCode = "200", description = "How it stands today (UTC)", useReturnTypeSchema = true,
			content = @Content(examples = @ExampleObject("""
					{"enabled": true, "holdout": 0.1,
					 "budget": {"tokens": 200000, "tokensLeft": 187400, "costUsd": 1, "costUsdLeft": 1},
					 "spent": [{"purpose": "reflect", "modelCalls": 2, "inputTokens": 1800, "outputTokens": 300,
					            "costUsd": 0},
					           {"purpose": "replay", "modelCalls": 20, "inputTokens": 9800, "outputTokens": 700,
					            "costUsd": 0}],
					 "waiting": {"reflections": 0, "replays": 1},
					 "lessons": {"candidate": 1, "active": 1, "retired": 1},
					 "judge": {"compared": 12, "agreed": 9},
					 "refused": [{"id": "les_01M88EQ6FJEXDAV3FV4QHVJ051",
					              "why": "Refused: Of 10 replays it won 0 and lost 0",
					              "at": "2026-11-30T12:00:00Z"}]}""")))
	LearningReport.Learning getLearning() {
		return this.report.of(this.tenant.id());
	}

}
