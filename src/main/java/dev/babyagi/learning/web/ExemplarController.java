package dev.babyagi.learning.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.babyagi.exemplar.Exemplar;
import dev.babyagi.exemplar.ExemplarId;
import dev.babyagi.exemplar.ExemplarNotFound;
import dev.babyagi.exemplar.Exemplars;
import dev.babyagi.objective.WireId;
import dev.babyagi.web.CallerTenant;
import dev.babyagi.web.Cursor;
import dev.babyagi.web.Page;
import dev.babyagi.web.PageQuery;

/**
 * Shows the plans that worked and their effect, and lets people delete them.
 */
@RestController
@RequestMapping("/v1/exemplars")
@Tag(name = "Exemplars", description = "Plans that worked, and what they bring")
class ExemplarController {

	private final Exemplars exemplars;

	private final CallerTenant tenant;

	ExemplarController(Exemplars exemplars, CallerTenant tenant) {
		this.exemplars = exemplars;
		this.tenant = tenant;
	}

	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "List exemplars, newest first",
			description = "A plan is kept if the service checked every task by rules, or if feedback says that the answer was "
					+ "right. Planners are shown the most alike one. Once another objective that differs in numbers, names or "
					+ "quotations alone had the same plan, it is used without a planner.")
	@Transactional(readOnly = true)
	Page<ExemplarView> listExemplars(@Valid @ParameterObject PageQuery page) {
		return Page.of(
				this.exemplars.list(this.tenant.id(), page.after().map(Cursor::createdAt).orElse(null),
						page.after().map(Cursor::id).orElse(null), page.size() + 1),
				page, (row) -> new Cursor(row.createdAt(), row.getId()))
			.map((row) -> ExemplarView.of(row, this.exemplars));
	}

	@GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Look at an exemplar")
	@Transactional(readOnly = true)
	ExemplarView getExemplar(@PathVariable @ExemplarIdInPath String id) {
		return ExemplarView.of(find(id), this.exemplars);
	}

	@GetMapping(path = "/{id}/effect", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "See what an exemplar brings",
			description = "A share of objectives does without it, and feedback says which answers were right.")
	@Transactional(readOnly = true)
	ExemplarEffectView getExemplarEffect(@PathVariable @ExemplarIdInPath String id) {
		Exemplar exemplar = find(id);
		return ExemplarEffectView.of(exemplar.id(), this.exemplars.effect(exemplar));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Delete an exemplar", description = "No objective gets it from then on.")
	@ApiResponse(responseCode = "204", description = "Deleted")
	@Transactional
	void deleteExemplar(@PathVariable @ExemplarIdInPath String id) {
		this.exemplars.erase(find(id));
	}

	private Exemplar find(String id) {
		return WireId.parse(ExemplarId.PREFIX, id)
			.flatMap((uuid) -> this.exemplars.find(this.tenant.id(), uuid))
			.orElseThrow(ExemplarNotFound::new);
	}

}
