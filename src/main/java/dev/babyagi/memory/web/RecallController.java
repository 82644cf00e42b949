package dev.babyagi.memory.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.babyagi.memory.Hygiene;
import dev.babyagi.memory.IndexStatus;
import dev.babyagi.memory.Memories;
import dev.babyagi.memory.Memory;
import dev.babyagi.memory.MemoryHit;
import dev.babyagi.memory.MemoryKind;
import dev.babyagi.memory.MemoryQuery;
import dev.babyagi.memory.MemorySearch;
import dev.babyagi.objective.ContextId;
import dev.babyagi.web.CallerTenant;

/**
 * Searches memories, and shows how they and their index stand.
 */
@RestController
@RequestMapping("/v1/memories")
@Tag(name = "Memories")
class RecallController {

	private static final int USUAL = 10;

	private final MemorySearch search;

	private final Memories memories;

	private final Hygiene hygiene;

	private final CallerTenant tenant;

	RecallController(MemorySearch search, Memories memories, Hygiene hygiene, CallerTenant tenant) {
		this.search = search;
		this.memories = memories;
		this.hygiene = hygiene;
		this.tenant = tenant;
	}

	@PostMapping(path = "/search", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Search memories by words and meaning",
			description = "Best first. Scores are relative to the other candidates of this search.")
	SearchResult searchMemories(@Valid @RequestBody SearchRequest body) {
		ContextId context = MemoryRequestReader.context(body.contextId(), "/contextId");
		Set<MemoryKind> kinds = (body.kinds() != null) ? Set.copyOf(body.kinds()) : Set.of();
		List<MemoryHit> hits = this.search.search(new MemoryQuery(this.tenant.id(), body.query(), context,
				context == null, kinds, Set.of(), body.from(), body.to(), (body.limit() != null) ? body.limit() : USUAL,
				Boolean.TRUE.equals(body.includeSuperseded()), true, false));
		Map<UUID, Memory> rows = this.memories.findAll(this.tenant.id(), hits.stream().map(MemoryHit::id).toList())
			.stream()
			.collect(Collectors.toMap(Memory::getId, Function.identity()));
		return new SearchResult(
				hits.stream().map((hit) -> HitView.of(hit, rows.get(hit.id()))).filter(Objects::nonNull).toList());
	}

	@GetMapping("/hygiene")
	@Operation(summary = "Count memories, duplicates, contradictions, and those that nobody has recalled")
	@ApiResponse(responseCode = "200", description = "The counts", useReturnTypeSchema = true,
			content = @Content(examples = @ExampleObject("""
					{"total": 120, "current": 110, "superseded": 10, "episodes": 40, "duplicates": 0,
					 "nearDuplicates": 2, "neverRecalled": 70, "contradicted": 6, "secretLike": 0}""")))
	Hygiene.Report getHygiene() {
		return this.hygiene.report(this.tenant.id());
	}

	@GetMapping("/index")
	@Operation(summary = "See how far the index of this replica is",
			description = "It is a cache of the rows and is made again whenever it does not fit them.")
	@ApiResponse(responseCode = "200", description = "How far it is", useReturnTypeSchema = true,
			content = @Content(examples = @ExampleObject("""
					{"state": "current", "documents": 120, "withVectors": 80, "model": "all-minilm-l6-v2",
					 "caughtUpTo": "2026-11-29T12:00:00Z", "error": null}""")))
	IndexStatus getIndex() {
		return this.search.status();
	}

	/**
	 * The response of a search.
	 *
	 * @param items the hits, best first
	 */
	@Schema(name = "MemoryHits")
	record SearchResult(List<HitView> items) {

	}

	/**
	 * A hit with its score explained.
	 *
	 * @param memory what was found
	 * @param score from 0 to 1: what it was ranked by
	 * @param bm25 from 0 to 1: how well its words fit, beside the other candidates
	 * @param dense from 0 to 1: how near its meaning is, beside the other candidates
	 * @param recency from 0 to 1: how new it is
	 * @param importance from 0 to 1: how much it matters
	 */
	@Schema(name = "MemoryHit")
	record HitView(MemoryView memory, double score, double bm25, double dense, double recency, double importance) {

		/** The view of a hit; {@code null} if its row has gone meanwhile. */
		static @Nullable HitView of(MemoryHit hit, @Nullable Memory row) {
			if (row == null && hit.kind() != MemoryKind.TURN) {
				return null;
			}
			MemoryView memory = (row != null) ? MemoryView.of(row) : MemoryView.of(hit);
			return new HitView(memory, hit.score(), hit.bm25(), hit.dense(), hit.recency(), hit.importance());
		}

	}

}
