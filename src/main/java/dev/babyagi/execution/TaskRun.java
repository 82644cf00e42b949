package dev.babyagi.execution;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.babyagi.plan.Task;

/**
 * The state of a task within its objective.
 */
@Entity
@Table(name = "task_run")
public class TaskRun implements Cloneable {

	private static final int LONGEST_ERROR = 2000;

	@EmbeddedId
	private Key key;

	@SuppressWarnings("UnusedVariable") // a column
	private String tenant;

	private int revision;

	@Column(name = "position")
	private int position;

	@Enumerated(EnumType.STRING)
	private TaskState state = TaskState.BLOCKED;

	private int attempt;

	private int wrongs;

	private int crashes;

	private int outages;

	@Enumerated(EnumType.STRING)
	private Task.Expect.@Nullable Type artifactType;

	@JdbcTypeCode(SqlTypes.JSON)
	private @Nullable String artifactValue;

	private @Nullable String artifactText;

	private @Nullable String artifactExact;

	@Enumerated(EnumType.STRING)
	private @Nullable VerificationLevel verification;

	@JdbcTypeCode(SqlTypes.JSON)
	private @Nullable String resolvedInputs;

	private @Nullable String error;

	private @Nullable Instant retryAt;

	private @Nullable Instant startedAt;

	private @Nullable Instant finishedAt;

	private boolean tainted;

	@Transient
	private @Nullable Artifact artifact;

	@Transient
	private RowState standing = RowState.NEW;

	@SuppressWarnings("NullAway.Init")
	protected TaskRun() {
	}

	TaskRun(UUID objectiveId, String taskId, String tenant, int revision, int position) {
		this.key = new Key(objectiveId, taskId);
		this.tenant = tenant;
		this.revision = revision;
		this.position = position;
	}

	/** Returns a copy of every column, to change and commit. */
	TaskRun copy() {
		try {
			return (TaskRun) super.clone();
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException("It is cloneable", ex);
		}
	}

	/** Enters a state; returns whether it was in another one before. */
	boolean enter(TaskState next) {
		boolean another = next != this.state;
		this.state = next;
		changed();
		return another;
	}

	void start(int attempt, Instant now) {
		this.attempt = attempt;
		this.retryAt = null;
		if (this.startedAt == null) {
			this.startedAt = now;
		}
		changed();
	}

	void produce(Artifact artifact, @Nullable VerificationLevel level, @Nullable JsonNode resolvedInputs, Instant now) {
		this.artifact = artifact;
		this.artifactType = artifact.type();
		this.artifactValue = ArtifactJson.write(artifact.value());
		this.artifactText = artifact.text();
		this.artifactExact = artifact.exact();
		this.verification = level;
		this.resolvedInputs = (resolvedInputs != null) ? ArtifactJson.write(resolvedInputs) : null;
		this.error = null;
		this.finishedAt = now;
		changed();
	}

	/** Notes that it has seen text that nobody vouches for. */
	void taint() {
		this.tainted = true;
		changed();
	}

	/** Whether it, or a task that it builds on, has seen text that nobody vouches for. */
	public boolean isTainted() {
		return this.tainted;
	}

	void wrong(String reason) {
		this.wrongs++;
		this.outages = 0;
		note(reason);
	}

	/**
	 * Resets the counts of wrong answers and crashes, because the task is tried in
	 * another way.
	 */
	void beginAnew() {
		this.wrongs = 0;
		this.error = null;
		changed();
	}

	void crashed() {
		this.crashes++;
		changed();
	}

	void awaitEndpoint(String reason, Instant retryAt) {
		this.outages++;
		this.retryAt = retryAt;
		note(reason);
	}

	void note(String reason) {
		this.error = (reason.length() > LONGEST_ERROR) ? reason.substring(0, LONGEST_ERROR) : reason;
		changed();
	}

	void end(Instant now) {
		this.finishedAt = now;
		this.retryAt = null;
		changed();
	}

	void stored() {
		this.standing = RowState.STORED;
	}

	private void changed() {
		this.standing = this.standing.changed();
	}

	public String taskId() {
		return this.key.taskId();
	}

	/** The revision of the plan that added the task. */
	public int revision() {
		return this.revision;
	}

	public TaskState state() {
		return this.state;
	}

	/** The number of its present or last attempt; 0 before the first. */
	public int attempt() {
		return this.attempt;
	}

	int wrongs() {
		return this.wrongs;
	}

	int crashes() {
		return this.crashes;
	}

	int outages() {
		return this.outages;
	}

	public @Nullable Artifact artifact() {
		if (this.artifact == null && this.artifactType != null && this.artifactValue != null
				&& this.artifactText != null) {
			this.artifact = new Artifact(this.artifactType, ArtifactJson.read(this.artifactValue), this.artifactText,
					this.artifactExact);
		}
		return this.artifact;
	}

	/** How its artifact was checked, once there is one. */
	public @Nullable VerificationLevel verification() {
		return this.verification;
	}

	public @Nullable JsonNode resolvedInputs() {
		return (this.resolvedInputs != null) ? ArtifactJson.read(this.resolvedInputs) : null;
	}

	public @Nullable String error() {
		return this.error;
	}

	public @Nullable Instant retryAt() {
		return this.retryAt;
	}

	public @Nullable Instant startedAt() {
		return this.startedAt;
	}

	public @Nullable Instant finishedAt() {
		return this.finishedAt;
	}

	int position() {
		return this.position;
	}

	RowState rowState() {
		return this.standing;
	}

	@PostLoad
	void loaded() {
		this.standing = RowState.STORED;
	}

	/**
	 * Identifies a task run.
	 *
	 * @param objectiveId the id of the objective
	 * @param taskId the id of the task
	 */
	@Embeddable
	record Key(UUID objectiveId, String taskId) implements Serializable {

	}

}
