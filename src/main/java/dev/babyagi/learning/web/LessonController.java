package dev.babyagi.learning.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.babyagi.learning.replay.LessonEditing;
import dev.babyagi.lesson.Lesson;
import dev.babyagi.lesson.LessonFilter;
import dev.babyagi.lesson.LessonId;
import dev.babyagi.lesson.LessonNotFound;
import dev.babyagi.lesson.LessonState;
import dev.babyagi.lesson.Lessons;
import dev.babyagi.objective.WireId;
import dev.babyagi.web.CallerTenant;
import dev.babyagi.web.Cursor;
import dev.babyagi.web.Page;
import dev.babyagi.web.PageQuery;
import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemType;

/**
 * Shows lessons and their effect, and lets people pin, edit, retire and delete them.
 */
@RestController
@RequestMapping("/v1/lessons")
@Tag(name = "Lessons", description = "What was learned from feedback, and what it brings")
class LessonController {

	private final Lessons lessons;

	private final LessonEditing editing;

	private final TransactionTemplate transaction;

	private final CallerTenant tenant;

	LessonController(Lessons lessons, LessonEditing editing, TransactionTemplate transaction, CallerTenant tenant) {
		this.lessons = lessons;
		this.editing = editing;
		this.transaction = transaction;
		this.tenant = tenant;
	}

	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "List lessons, newest first")
	@Transactional(readOnly = true)
	Page<LessonView> listLessons(
			@Parameter(description = "Only this state") @RequestParam(required = false) @Nullable LessonState state,
			@Valid @ParameterObject PageQuery page) {
		LessonFilter filter = new LessonFilter(state, page.after().map(Cursor::createdAt).orElse(null),
				page.after().map(Cursor::id).orElse(null));
		return Page
			.of(this.lessons.list(this.tenant.id(), filter, page.size() + 1), page,
					(row) -> new Cursor(row.createdAt(), row.getId()))
			.map((row) -> LessonView.of(row, this.lessons));
	}

	@GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Look at a lesson", description = "The ETag is needed to change it.")
	@ApiResponse(responseCode = "200", headers = @Header(name = "ETag", schema = @Schema(type = "string")),
			content = @Content(schema = @Schema(implementation = LessonView.class)))
	@Transactional(readOnly = true)
	ResponseEntity<LessonView> getLesson(@PathVariable @LessonIdInPath String id) {
		return response(find(id));
	}

	private ResponseEntity<LessonView> response(Lesson lesson) {
		return ResponseEntity.ok().eTag(EntityTag.of(lesson.version())).body(LessonView.of(lesson, this.lessons));
	}

	@GetMapping(path = "/{id}/effect", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "See what a lesson brings",
			description = "A share of objectives does without it, and feedback says which answers were right. Beside that "
					+ "stands what its replays showed before it was admitted.")
	@Transactional(readOnly = true)
	EffectView getLessonEffect(@PathVariable @LessonIdInPath String id) {
		Lesson lesson = find(id);
		return EffectView.of(lesson, this.lessons.effect(lesson));
	}

	@PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Pin, edit or retire a lesson")
	@ApiResponse(responseCode = "200", headers = @Header(name = "ETag", schema = @Schema(type = "string")),
			content = @Content(schema = @Schema(implementation = LessonView.class)))
	@ApiResponse(responseCode = "412")
	@ApiResponse(responseCode = "428")
	ResponseEntity<LessonView> patchLesson(@PathVariable @LessonIdInPath String id,
			@Parameter(description = "The ETag of the lesson as you read it") @RequestHeader(
					name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@Valid @RequestBody LessonPatch body) {
		if (body.isEmpty()) {
			throw Problem.invalid("", "needs at least one of title, when, whenNot, content, state and pinned");
		}
		if (body.state() == LessonState.ACTIVE) {
			throw Problem
				.of(ProblemType.UNPROCESSABLE,
						"A lesson becomes active by its replays. To vouch for it yourself, send {\"pinned\": true}")
				.error("/state", "must be retired or candidate");
		}
		this.transaction.executeWithoutResult((status) -> change(find(id), ifMatch, body));
		return this.transaction.execute((status) -> response(find(id)));
	}

	private void change(Lesson lesson, @Nullable String ifMatch, LessonPatch body) {
		EntityTag.require(ifMatch, lesson.version());
		if (body.pinned() != null) {
			this.lessons.pin(lesson, body.pinned());
		}
		if (body.changesText()) {
			this.editing.edit(lesson, body.over(lesson.text()));
		}
		if (body.state() == LessonState.RETIRED) {
			this.lessons.retire(lesson, "Retired by hand");
		}
		else if (body.state() == LessonState.CANDIDATE && lesson.isPinned()) {
			throw Problem
				.of(ProblemType.UNPROCESSABLE,
						"A pinned lesson need not prove itself. To let it, send {\"pinned\": false} with it")
				.error("/state", "must not be candidate while it is pinned");
		}
		else if (body.state() == LessonState.CANDIDATE) {
			this.editing.tryAgain(lesson);
		}
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Delete a lesson", description = "No prompt holds it from then on.")
	@ApiResponse(responseCode = "204", description = "Deleted")
	@ApiResponse(responseCode = "412")
	@ApiResponse(responseCode = "428")
	@Transactional
	void deleteLesson(@PathVariable @LessonIdInPath String id,
			@Parameter(description = "The ETag of the lesson as you read it") @RequestHeader(
					name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		Lesson lesson = find(id);
		EntityTag.require(ifMatch, lesson.version());
		this.lessons.erase(lesson);
	}

	private Lesson find(String id) {
		return WireId.parse(LessonId.PREFIX, id)
			.flatMap((uuid) -> this.lessons.find(this.tenant.id(), uuid))
			.orElseThrow(LessonNotFound::new);
	}

}
