package dev.babyagi.memory.index;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * How far an index has read, as it stands in its last commit.
 *
 * @param at the newest change that it has read
 * @param id what that change was about, or {@code null} before the first. A database that
 * does not have this change is another one
 * @param model the present model, or an empty text for none
 * @param former the model whose vectors are searched until those of the present one are
 * there, or an empty text for none
 */
record IndexPosition(Instant at, @Nullable UUID id, String model, String former) {

	/** An index with other fields or analyzers has another number. */
	private static final String VERSION = "1";

	static IndexPosition start(String model, String former) {
		return new IndexPosition(Instant.EPOCH, null, model, former);
	}

	IndexPosition after(Instant at, UUID id) {
		return at.isBefore(this.at) ? this : new IndexPosition(at, id, this.model, this.former);
	}

	IndexPosition withoutFormer() {
		return new IndexPosition(this.at, this.id, this.model, "");
	}

	Map<String, String> data() {
		Map<String, String> data = new HashMap<>();
		data.put("version", VERSION);
		data.put("at", this.at.toString());
		data.put("id", (this.id != null) ? this.id.toString() : "");
		data.put("model", this.model);
		data.put("former", this.former);
		return data;
	}

	/** Reads a position; nothing if there is none or it is of another version. */
	static Optional<IndexPosition> of(Map<String, String> data) {
		if (!VERSION.equals(data.get("version"))) {
			return Optional.empty();
		}
		try {
			String id = data.getOrDefault("id", "");
			return Optional.of(new IndexPosition(Instant.parse(data.getOrDefault("at", "")),
					id.isEmpty() ? null : UUID.fromString(id), data.getOrDefault("model", ""),
					data.getOrDefault("former", "")));
		}
		catch (DateTimeException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
