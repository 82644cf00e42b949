package dev.babyagi.dataset;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * A numbered version of training data.
 */
@Entity
@Table(name = "dataset")
public class Dataset implements Persistable<UUID> {

	@Id
	private UUID id;

	private String tenant;

	private int number;

	@Enumerated(EnumType.STRING)
	private DatasetFormat format;

	@JdbcTypeCode(SqlTypes.JSON)
	private List<DatasetRole> roles;

	@Enumerated(EnumType.STRING)
	private DatasetState state = DatasetState.BUILDING;

	private @Nullable String reason;

	@JdbcTypeCode(SqlTypes.JSON)
	private @Nullable DatasetManifest manifest;

	@Version
	@SuppressWarnings("UnusedVariable") // compared at each write
	private int version;

	private Instant createdAt;

	private @Nullable Instant finishedAt;

	@Transient
	private boolean stored;

	@SuppressWarnings("NullAway.Init")
	protected Dataset() {
	}

	Dataset(UUID id, String tenant, int number, DatasetFormat format, List<DatasetRole> roles, Instant now) {
		this.id = id;
		this.tenant = tenant;
		this.number = number;
		this.format = format;
		this.roles = List.copyOf(roles);
		this.createdAt = now;
	}

	void finish(DatasetManifest made, Instant now) {
		this.state = DatasetState.READY;
		this.manifest = made;
		this.finishedAt = now;
	}

	void fail(String why, Instant now) {
		this.state = DatasetState.FAILED;
		this.reason = why;
		this.finishedAt = now;
	}

	/** Notes that an objective in it was erased. */
	void outdate() {
		this.state = DatasetState.OUTDATED;
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	/** Its id, as clients see it. */
	public DatasetId id() {
		return new DatasetId(this.id);
	}

	String tenant() {
		return this.tenant;
	}

	/** Its number among the datasets of the tenant, from 1. */
	public int number() {
		return this.number;
	}

	public DatasetFormat format() {
		return this.format;
	}

	public List<DatasetRole> roles() {
		return List.copyOf(this.roles);
	}

	public DatasetState state() {
		return this.state;
	}

	/** Why it could not be built, or {@code null}. */
	public @Nullable String reason() {
		return this.reason;
	}

	/** What it is made of, once it is built. */
	public @Nullable DatasetManifest manifest() {
		return this.manifest;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public @Nullable Instant finishedAt() {
		return this.finishedAt;
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
