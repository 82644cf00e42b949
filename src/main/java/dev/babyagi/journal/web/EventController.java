package dev.babyagi.journal.web;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.babyagi.journal.Journal;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.ObjectiveNotFound;
import dev.babyagi.objective.Objectives;
import dev.babyagi.objective.WireId;
import dev.babyagi.web.CallerTenant;
import dev.babyagi.web.Page;

/**
 * Lists what happened to an objective, in order.
 */
@RestController
@Tag(name = "Events", description = "The ordered record of an objective")
class EventController {

	private final Journal journal;

	private final Objectives objectives;

	private final CallerTenant tenant;

	EventController(Journal journal, Objectives objectives, CallerTenant tenant) {
		this.journal = journal;
		this.objectives = objectives;
		this.tenant = tenant;
	}

	@GetMapping(path = "/v1/objectives/{id}/events", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Read the journal of an objective",
			description = "Entries in order, sequences without a gap. nextCursor is the after of the next page.")
	Page<Journal.Entry> listEvents(
			@PathVariable @Parameter(example = "obj_01M88EQ6FJEXDAV3FV4QHVJ051",
					schema = @Schema(type = "string", pattern = ObjectiveId.PATTERN)) String id,
			@Parameter(description = "Entries after this sequence") @RequestParam(
					defaultValue = "0") @Min(0) long after,
			@RequestParam(defaultValue = "100") @Min(1) @Max(100) int limit) {
		ObjectiveId objectiveId = WireId.parse("obj", id)
			.map(ObjectiveId::new)
			.orElseThrow(() -> new ObjectiveNotFound(id));
		if (this.objectives.find(objectiveId, this.tenant.id()).isEmpty()) {
			throw new ObjectiveNotFound(id);
		}
		List<Journal.Entry> entries = this.journal.after(objectiveId, after, limit);
		return new Page<>(entries, (entries.size() == limit) ? Long.toString(entries.getLast().sequence()) : null);
	}

}
