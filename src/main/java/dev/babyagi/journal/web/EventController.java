package dev.babyagi.journal.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.babyagi.journal.Journal;
import dev.babyagi.journal.JournalReader;
import dev.babyagi.journal.live.EventStreams;
import dev.babyagi.journal.live.FeedEvent;
import dev.babyagi.journal.live.FeedSelection;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.ObjectiveNotFound;
import dev.babyagi.objective.ObjectiveQuery;
import dev.babyagi.objective.Objectives;
import dev.babyagi.objective.WireId;
import dev.babyagi.web.CallerTenant;
import dev.babyagi.web.Page;
import dev.babyagi.web.Problem;
import dev.babyagi.web.QueryPrefix;

/**
 * Tells what happened to objectives, in order: as pages, or as a stream while it happens.
 */
@RestController
@Tag(name = "Events", description = "The ordered record of objectives")
class EventController {

	private static final String LAST = "Last-Event-ID";

	private final JournalReader journal;

	private final FeedSelection feed;

	private final EventStreams streams;

	private final Objectives objectives;

	private final CallerTenant tenant;

	EventController(JournalReader journal, FeedSelection feed, EventStreams streams, Objectives objectives,
			CallerTenant tenant) {
		this.journal = journal;
		this.feed = feed;
		this.streams = streams;
		this.objectives = objectives;
		this.tenant = tenant;
	}

	@GetMapping(path = "/v1/objectives/{id}/events", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Read the journal of an objective, or follow it",
			description = "As JSON: entries in order, sequences without a gap. nextCursor is the after of the next page. "
					+ "With Accept: text/event-stream the entries come as server-sent events while they happen, whose "
					+ "ids are the sequences. The stream begins with an objective.snapshot, or after Last-Event-ID. "
					+ "It ends when the objective has ended; then 204 tells a client that it has everything.")
	@Parameter(name = LAST, in = ParameterIn.HEADER,
			description = "Only of a stream: the id of the last event that the client has, a number",
			schema = @Schema(type = "string", example = "7"))
	@ApiResponse(responseCode = "200")
	@ApiResponse(responseCode = "204", description = "The objective has ended and the client has every event",
			content = @Content)
	Page<Journal.Entry> listEvents(
			@PathVariable @Parameter(example = "obj_01M88EQ6FJEXDAV3FV4QHVJ051",
					schema = @Schema(type = "string", pattern = ObjectiveId.PATTERN)) String id,
			@Parameter(description = "Entries after this sequence") @RequestParam(
					defaultValue = "0") @Min(0) long after,
			@Parameter(description = "Not of a stream: the most entries of the page") @RequestParam(
					defaultValue = "100") @Min(1) @Max(100) int limit) {
		List<Journal.Entry> entries = this.journal.after(find(id).id(), after, limit);
		return new Page<>(entries, (entries.size() == limit) ? Long.toString(entries.getLast().sequence()) : null);
	}

	@GetMapping(path = "/v1/objectives/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@Operation(hidden = true)
	void followEvents(@PathVariable String id, @RequestParam(required = false) @Min(0) @Nullable Long after,
			@RequestHeader(name = LAST, required = false) @Nullable String last, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		Objective objective = find(id);
		Long seen = seen(last, after);
		if (seen != null && this.streams.isPast(objective, seen)) {
			response.setStatus(HttpServletResponse.SC_NO_CONTENT);
			return;
		}
		Optional<ResponseSink> sink = sink(request, response);
		if (sink.isPresent()) {
			this.streams.follow(objective.id(), seen, sink.get());
		}
	}

	@GetMapping(path = "/v1/events", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Read the journal of all objectives, or follow it",
			description = "As JSON: entries in the order of their positions. nextCursor is the after of the next page, and "
					+ "missing once there is nothing newer; a page may have it and no entry. With Accept: text/event-stream they come "
					+ "as server-sent events while they happen, whose ids are the positions. The stream begins with an "
					+ "objectives.snapshot of the newest ones, or after Last-Event-ID, and has no end. The filters are "
					+ "those of the list of objectives, metadata.<name>=<value> included, and are compared with an "
					+ "objective as it is when the entry is read.")
	@Parameter(name = LAST, in = ParameterIn.HEADER,
			description = "Only of a stream: the id of the last event that the client has, a number",
			schema = @Schema(type = "string", example = "7"))
	Page<FeedEvent> listAllEvents(@Valid @ParameterObject ObjectiveQuery query,
			@RequestParam @QueryPrefix(ObjectiveQuery.METADATA) @Parameter(
					hidden = true) Map<String, String> parameters,
			@Parameter(description = "Entries after this position") @RequestParam(
					defaultValue = "0") @Min(0) long after,
			@Parameter(description = "Not of a stream: the most entries of the page") @RequestParam(
					defaultValue = "100") @Min(1) @Max(100) int limit) {
		FeedSelection.FeedPage page = this.feed.page(this.tenant.id(), query.filter(parameters), after, limit);
		return new Page<>(page.entries().stream().map(FeedEvent::of).toList(),
				(page.position() > after) ? Long.toString(page.position()) : null);
	}

	@GetMapping(path = "/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@Operation(hidden = true)
	void followAllEvents(@Valid ObjectiveQuery query,
			@RequestParam @QueryPrefix(ObjectiveQuery.METADATA) Map<String, String> parameters,
			@RequestParam(required = false) @Min(0) @Nullable Long after,
			@RequestHeader(name = LAST, required = false) @Nullable String last, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		Long seen = seen(last, after);
		Optional<ResponseSink> sink = sink(request, response);
		if (sink.isPresent()) {
			this.streams.followAll(this.tenant.id(), query.filter(parameters), seen, sink.get());
		}
	}

	/** Opens the stream; a HEAD request gets its headers alone. */
	private Optional<ResponseSink> sink(HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.streams.admit();
		ResponseSink.describe(response);
		return request.getMethod().equals("HEAD") ? Optional.empty() : Optional.of(ResponseSink.open(request));
	}

	private Objective find(String id) {
		return WireId.parse("obj", id)
			.map(ObjectiveId::new)
			.flatMap((objectiveId) -> this.objectives.find(objectiveId, this.tenant.id()))
			.orElseThrow(() -> new ObjectiveNotFound(id));
	}

	/** A browser that connects again sends the header, and the address as it was. */
	private static @Nullable Long seen(@Nullable String last, @Nullable Long after) {
		if (last == null) {
			return after;
		}
		if (!last.matches("[0-9]{1,18}")) {
			throw Problem.invalid(LAST, "must be the id of an event, a number");
		}
		return Long.valueOf(last);
	}

}
