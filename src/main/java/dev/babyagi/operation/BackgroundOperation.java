package dev.babyagi.operation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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

import dev.babyagi.language.ModelUsage;

/**
 * Work that goes on after the request that asked for it was answered.
 */
@Entity
@Table(name = "operation")
public class BackgroundOperation implements Persistable<UUID> {

	@Id
	private UUID id;

	private String tenant;

	private String kind;

	@Enumerated(EnumType.STRING)
	private OperationState state = OperationState.RUNNING;

	@JdbcTypeCode(SqlTypes.JSON)
	private @Nullable Map<String, String> input;

	@JdbcTypeCode(SqlTypes.JSON)
	private @Nullable List<String> made;

	private int modelCalls;

	private long inputTokens;

	private long outputTokens;

	private BigDecimal costUsd = BigDecimal.ZERO;

	@JdbcTypeCode(SqlTypes.JSON)
	private @Nullable OperationError error;

	private Instant createdAt;

	private @Nullable Instant finishedAt;

	@Transient
	private boolean stored;

	@SuppressWarnings("NullAway.Init")
	protected BackgroundOperation() {
	}

	BackgroundOperation(UUID id, String tenant, String kind, Map<String, String> input, Instant now) {
		this.id = id;
		this.tenant = tenant;
		this.kind = kind;
		this.input = Map.copyOf(input);
		this.createdAt = now;
	}

	/**
	 * Ends it as done. Its input is erased.
	 * @param made the ids of what it made, as the API shows them
	 * @param used what all its model calls used
	 */
	public void succeed(List<String> made, ModelUsage used, Instant now) {
		this.made = List.copyOf(made);
		end(OperationState.SUCCEEDED, used, now);
	}

	/**
	 * Ends it as failed. Its input is erased.
	 * @param used what all its model calls used
	 */
	public void fail(OperationError error, ModelUsage used, Instant now) {
		this.error = error;
		end(OperationState.FAILED, used, now);
	}

	private void end(OperationState next, ModelUsage used, Instant now) {
		if (this.state != OperationState.RUNNING) {
			throw new IllegalStateException("Operation %s has ended already".formatted(id()));
		}
		this.state = next;
		this.input = null;
		this.modelCalls = used.calls();
		this.inputTokens = used.inputTokens();
		this.outputTokens = used.outputTokens();
		this.costUsd = used.costUsd();
		this.finishedAt = now;
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

	public OperationId id() {
		return new OperationId(this.id);
	}

	public String tenant() {
		return this.tenant;
	}

	/** What is done, such as {@code memory.infer}. */
	public String kind() {
		return this.kind;
	}

	public OperationState state() {
		return this.state;
	}

	/** What it works on; empty once it has ended. */
	public Map<String, String> input() {
		return (this.input != null) ? this.input : Map.of();
	}

	public List<String> made() {
		return (this.made != null) ? this.made : List.of();
	}

	/** What it used; nothing until it has ended. */
	public ModelUsage used() {
		return new ModelUsage(this.modelCalls, this.inputTokens, this.outputTokens, this.costUsd);
	}

	public @Nullable OperationError error() {
		return this.error;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public @Nullable Instant finishedAt() {
		return this.finishedAt;
	}

}
