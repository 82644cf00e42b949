package dev.babyagi.memory.web;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import dev.babyagi.memory.Memories.Remembered;
import dev.babyagi.memory.MemoryId;

/**
 * The body of {@code POST /v1/memories/batch}.
 *
 * @param items what to remember, in the order in which it was said
 */
@Schema(name = "MemoryBatch")
record MemoryBatch(@NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid MemoryRequest> items) {

	/**
	 * The memories that now say it, in the order of the request.
	 *
	 * @param items their ids, and which of them are new
	 */
	@Schema(name = "StoredMemories")
	record Stored(List<StoredMemory> items) {

		static Stored of(List<Remembered> remembered) {
			return new Stored(remembered.stream().map(StoredMemory::of).toList());
		}

	}

	/**
	 * One of them.
	 *
	 * @param id its id
	 * @param created whether it is new
	 */
	@Schema(name = "StoredMemory")
	record StoredMemory(@Schema(example = "mem_01M88EQ6FJEXDAV3FV4QHVJ051", pattern = MemoryId.PATTERN) String id,
			boolean created) {

		static StoredMemory of(Remembered remembered) {
			return new StoredMemory(remembered.memory().id().toString(), remembered.created());
		}

	}

}
