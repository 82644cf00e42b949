package dev.babyagi.memory.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.babyagi.memory.ForgetScope;
import dev.babyagi.memory.Forgetting;
import dev.babyagi.memory.Forgetting.Matched;
import dev.babyagi.memory.MemoryId;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.WireId;
import dev.babyagi.web.CallerTenant;
import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemType;

/**
 * Forgets many memories at once, after a dry run that tells how many.
 */
@RestController
@RequestMapping("/v1/memories")
@Tag(name = "Memories")
class ForgetController {

	/** The most matches that are shown. */
	private static final int SHOWN = 100;

	private final Forgetting forgetting;

	private final CallerTenant tenant;

	ForgetController(Forgetting forgetting, CallerTenant tenant) {
		this.forgetting = forgetting;
		this.tenant = tenant;
	}

	@PostMapping(path = "/forget", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Forget everything about something",
			description = "First with dryRun: it tells what matches and how many. Then with that count: if meanwhile "
					+ "another number matches, nothing is forgotten. Objectives stay, but are recalled no more.")
	@ApiResponse(responseCode = "200", description = "What matches, and how much was forgotten")
	@ApiResponse(responseCode = "409")
	@ApiResponse(responseCode = "428")
	@Transactional
	Forgotten forgetMemories(@Valid @RequestBody ForgetRequest body) {
		ForgetScope scope = scope(body);
		if (!scope.isNarrow()) {
			throw Problem.of(ProblemType.PRECONDITION_REQUIRED,
					"Say what to forget by about, contextId or ids: nothing is forgotten without a scope");
		}
		Matched matched = this.forgetting.match(this.tenant.id(), scope);
		List<String> items = items(matched);
		if (Boolean.TRUE.equals(body.dryRun())) {
			return new Forgotten(matched.count(), 0, items);
		}
		Integer count = body.count();
		if (count == null && matched.count() > 1) {
			throw Problem.of(ProblemType.PRECONDITION_REQUIRED, "This would forget " + matched.count()
					+ " memories: send the same with dryRun, look at the items, and then send it with count");
		}
		if (count != null && count != matched.count()) {
			throw Problem.of(ProblemType.CONFLICT,
					"The count is " + count + ", but " + matched.count() + " memories match now: repeat the dry run");
		}
		this.forgetting.forget(this.tenant.id(), matched);
		return new Forgotten(matched.count(), matched.count(), items);
	}

	private static ForgetScope scope(ForgetRequest body) {
		Set<UUID> ids = new HashSet<>();
		List<String> wireIds = (body.ids() != null) ? body.ids() : List.of();
		for (int index = 0; index < wireIds.size(); index++) {
			String id = wireIds.get(index);
			String pointer = "/ids/" + index;
			ids.add(WireId.parse(MemoryId.PREFIX, id)
				.or(() -> WireId.parse("obj", id))
				.orElseThrow(() -> Problem.invalid(pointer, "is the id of no memory and no objective")));
		}
		return new ForgetScope(body.about(), MemoryRequestReader.context(body.contextId(), "/contextId"),
				(body.kinds() != null) ? Set.copyOf(body.kinds()) : Set.of(), ids, body.createdBefore());
	}

	private static List<String> items(Matched matched) {
		List<String> items = new ArrayList<>();
		matched.memories().stream().limit(SHOWN).forEach((memory) -> items.add(memory.id().toString()));
		matched.turns()
			.stream()
			.limit(Math.max(0, SHOWN - items.size()))
			.forEach((turn) -> items.add(new ObjectiveId(turn).toString()));
		return items;
	}

	/**
	 * What was matched and forgotten.
	 *
	 * @param matched how many memories and turns match
	 * @param forgotten how many of them were forgotten
	 * @param items their ids, at most 100: {@code mem_} of memories, {@code obj_} of
	 * turns
	 */
	@Schema(name = "Forgotten")
	record Forgotten(@Schema(example = "3") int matched, @Schema(example = "0") int forgotten,
			@Schema(example = "[\"mem_01M88EQ6FJEXDAV3FV4QHVJ051\"]") List<String> items) {

	}

}
