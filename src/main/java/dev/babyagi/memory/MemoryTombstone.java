package dev.babyagi.memory;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * What is left of an erased memory: its id, so that no index keeps it, and the key of its
 * words, so that background work which began before cannot bring it back. It holds none
 * of the words.
 */
@Entity
@Table(name = "memory_tombstone")
@SuppressWarnings("UnusedVariable") // columns are read by queries only
class MemoryTombstone implements Persistable<UUID> {

	@Id
	private UUID id;

	private String tenant;

	private @Nullable String digest;

	private Instant changedAt;

	@Transient
	private boolean stored;

	@SuppressWarnings("NullAway.Init")
	protected MemoryTombstone() {
	}

	/**
	 * Marks something as erased.
	 * @param id the id of the memory, or of the objective that was a turn
	 * @param digest the key of its words, or {@code null}
	 */
	MemoryTombstone(UUID id, String tenant, @Nullable String digest, Instant now) {
		this.id = id;
		this.tenant = tenant;
		this.digest = digest;
		this.changedAt = now;
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	@Override
	public boolean isNew() {
		return !this.stored;
	}

	@PostLoad
	@PostPersist
	void markStored() {
		this.stored = true;
	}

}
