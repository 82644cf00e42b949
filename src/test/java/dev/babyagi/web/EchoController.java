package dev.babyagi.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Controllers that show what reached them.
 */
@RestController
@TestComponent
class EchoController {

	@PostMapping(path = "/probe/order", consumes = MediaType.APPLICATION_JSON_VALUE)
	Order order(@Valid @RequestBody Order order) {
		return order;
	}

	@PostMapping("/probe/order/checked")
	Order checked(@RequestHeader(name = "X-Level", defaultValue = "1") @Max(9) int level,
			@Valid @RequestBody Order order) {
		return order;
	}

	@PostMapping("/probe/json")
	JsonNode json(@RequestBody JsonNode json) {
		return json;
	}

	@GetMapping("/probe/list")
	Map<String, Object> list(@Valid PageQuery page, @RequestParam(required = false) @Nullable Colour colour,
			@RequestParam(required = false) @Nullable Instant after,
			@RequestParam(defaultValue = "1") @Min(1) @Max(9) int level) {
		return Map.of("size", page.size(), "colour", String.valueOf(colour), "level", level, "after",
				page.after().map(Cursor::toString).orElse("the beginning"));
	}

	@GetMapping("/probe/trace")
	Map<String, String> trace() {
		return Map.of("traceId", MDC.get("traceId"));
	}

	@GetMapping("/probe/header")
	String header(@RequestHeader("If-Match") String etag) {
		return etag;
	}

	@GetMapping("/probe/failure")
	String failure() {
		throw new IllegalStateException("sk-CANARY in dev.babyagi.Secret");
	}

	@GetMapping("/probe/problem")
	String problem() {
		throw Problem.of(ProblemType.QUEUE_FULL, "100,000 objectives wait already").retryAfter(Duration.ofMillis(1500));
	}

	/**
	 * A body with something of each kind.
	 */
	record Order(@NotBlank String objective, @Nullable Integer count, @Nullable Boolean urgent,
			@Nullable BigDecimal price, @Nullable Colour colour, @Nullable Duration patience,
			@Nullable Instant deadline, @Nullable @Valid Limits limits, @Nullable List<@NotBlank String> tools,
			@Nullable Map<@Size(max = 8) String, @Valid Limits> metadata) {

	}

	/**
	 * A part of a body.
	 */
	record Limits(@Min(1) @Max(200) @Nullable Integer maxTasks, long maxTokens) {

	}

	enum Colour {

		RED, DARK_BLUE

	}

}
