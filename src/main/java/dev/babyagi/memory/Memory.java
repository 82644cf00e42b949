package dev.babyagi.memory;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

import dev.babyagi.memory.MemoryDraft.Statement;
import dev.babyagi.objective.ContextId;

/**
 * Something that is kept to be recalled. Its words never change: a newer memory
 * supersedes it, and both stay visible until they are forgotten.
 */
@Entity
@Table(name = "memory")
public class Memory implements Persistable<UUID> {

	@Id
	private UUID id;

	private String tenant;

	private @Nullable UUID contextId;

	@Enumerated(EnumType.STRING)
	private MemoryKind kind;

	@Enumerated(EnumType.STRING)
	private MemoryTrust trust;

	private String text;

	private @Nullable String subject;

	private @Nullable String attribute;

	@Column(name = "stated_value")
	private @Nullable String value;

	private double importance;

	@JdbcTypeCode(SqlTypes.JSON)
	private @Nullable Map<String, String> metadata;

	private @Nullable UUID objectiveId;

	@SuppressWarnings("UnusedVariable") // read by queries only
	private @Nullable String digest;

	@SuppressWarnings("UnusedVariable") // read by queries only
	private @Nullable String factKey;

	private Instant validFrom;

	private @Nullable Instant validTo;

	private @Nullable UUID supersededBy;

	private Instant createdAt;

	private @Nullable Instant expiresAt;

	private Instant changedAt;

	@Transient
	private boolean stored;

	@SuppressWarnings("NullAway.Init")
	protected Memory() {
	}

	Memory(UUID id, String tenant, MemoryDraft draft, Instant now) {
		this.id = id;
		this.tenant = tenant;
		this.contextId = (draft.contextId() != null) ? draft.contextId().id() : null;
		this.kind = draft.kind();
		this.trust = draft.trust();
		this.text = draft.text();
		Statement statement = draft.statement();
		if (statement != null) {
			this.subject = statement.subject();
			this.attribute = statement.attribute();
			this.value = statement.value();
		}
		this.importance = draft.importance();
		this.metadata = draft.metadata().isEmpty() ? null : draft.metadata();
		this.objectiveId = (draft.objectiveId() != null) ? draft.objectiveId().id() : null;
		MemoryScope scope = new MemoryScope(tenant, this.contextId);
		this.digest = scope.digest(draft.kind(), draft.text());
		this.factKey = scope.factKey(statement);
		this.validFrom = draft.validFrom();
		this.createdAt = now;
		this.expiresAt = draft.expiresAt();
		this.changedAt = now;
	}

	/**
	 * Notes that a newer memory says otherwise. It is not recalled any more.
	 * @param successor the newer memory
	 * @param until when it stopped being so
	 */
	void supersede(UUID successor, Instant until, Instant now) {
		this.supersededBy = successor;
		this.validTo = until;
		this.digest = null;
		this.factKey = null;
		this.changedAt = now;
	}

	boolean hasExpired(Instant now) {
		return this.expiresAt != null && !this.expiresAt.isAfter(now);
	}

	/** Notes that it has expired, so that the same may be said again. */
	void expire(Instant now) {
		this.validTo = this.expiresAt;
		this.digest = null;
		this.factKey = null;
		this.changedAt = now;
	}

	/** Notes that a client has said it as well: it belongs to no objective any more. */
	void confirm(Instant now) {
		this.objectiveId = null;
		this.trust = MemoryTrust.USER;
		this.changedAt = now;
	}

	/** Notes that the conversation it was the first of has a name. */
	void join(ContextId context, Instant now) {
		this.contextId = context.id();
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

	public MemoryId id() {
		return new MemoryId(this.id);
	}

	public String tenant() {
		return this.tenant;
	}

	public @Nullable ContextId contextId() {
		return (this.contextId != null) ? new ContextId(this.contextId) : null;
	}

	public MemoryKind kind() {
		return this.kind;
	}

	public MemoryTrust trust() {
		return this.trust;
	}

	public String text() {
		return this.text;
	}

	/** What it states, or {@code null} for free text. */
	public @Nullable Statement statement() {
		return (this.subject != null && this.attribute != null && this.value != null)
				? new Statement(this.subject, this.attribute, this.value) : null;
	}

	public double importance() {
		return this.importance;
	}

	public Map<String, String> metadata() {
		return (this.metadata != null) ? this.metadata : Map.of();
	}

	/**
	 * The objective that gave rise to it, or {@code null} if it came over the API.
	 */
	public @Nullable UUID objectiveId() {
		return this.objectiveId;
	}

	public Instant validFrom() {
		return this.validFrom;
	}

	/** When it stopped being so, or {@code null} while nothing supersedes it. */
	public @Nullable Instant validTo() {
		return this.validTo;
	}

	public @Nullable MemoryId supersededBy() {
		return (this.supersededBy != null) ? new MemoryId(this.supersededBy) : null;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public @Nullable Instant expiresAt() {
		return this.expiresAt;
	}

	Instant changedAt() {
		return this.changedAt;
	}

}
