package dev.babyagi.learning;

import java.time.Instant;
import java.util.List;
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
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

import dev.babyagi.objective.ObjectiveId;

/**
 * Feedback on an objective, or on one of its tasks. There is one on each; a newer one
 * takes its place.
 */
@Entity
@Table(name = "feedback")
public class ObjectiveFeedback implements Persistable<UUID> {

	private static final int LONGEST_NOTE = 1000;

	@Id
	private UUID id;

	private String tenant;

	private UUID objectiveId;

	private @Nullable String taskId;

	@SuppressWarnings("UnusedVariable") // read by queries only
	private String target;

	private @Nullable Double rating;

	@JdbcTypeCode(SqlTypes.JSON)
	private @Nullable List<String> labels;

	@Column(name = "comment_text")
	private @Nullable String comment;

	private @Nullable String correction;

	private @Nullable String expectedOutput;

	@Enumerated(EnumType.STRING)
	private @Nullable FeedbackVerdict verdict;

	@JdbcTypeCode(SqlTypes.JSON)
	private @Nullable List<Attribution> attribution;

	@SuppressWarnings("UnusedVariable") // read by queries only
	private @Nullable Boolean judged;

	private @Nullable UUID familyId;

	@Enumerated(EnumType.STRING)
	private ReflectionState reflection = ReflectionState.WAITING;

	private @Nullable String reflectionNote;

	private int proposed;

	@Version
	@SuppressWarnings("UnusedVariable") // compared at each write
	private int version;

	private Instant createdAt;

	private Instant changedAt;

	@Transient
	private boolean stored;

	@SuppressWarnings("NullAway.Init")
	protected ObjectiveFeedback() {
	}

	ObjectiveFeedback(UUID id, String tenant, ObjectiveId objective, @Nullable String taskId, Instant now) {
		this.id = id;
		this.tenant = tenant;
		this.objectiveId = objective.id();
		this.taskId = taskId;
		this.target = target(objective, taskId);
		this.createdAt = now;
		this.changedAt = now;
	}

	/** What there is one feedback on. */
	static String target(ObjectiveId objective, @Nullable String taskId) {
		return (taskId != null) ? objective + "/" + taskId : objective.toString();
	}

	/** Says something else; it is reflected on anew. */
	void say(FeedbackDraft draft, @Nullable FeedbackVerdict now, List<Attribution> shares, @Nullable Boolean judgement,
			Instant at) {
		this.rating = draft.rating();
		this.labels = draft.labels();
		this.comment = draft.comment();
		this.correction = draft.correction();
		this.expectedOutput = draft.expectedOutput();
		this.verdict = now;
		this.attribution = List.copyOf(shares);
		this.judged = judgement;
		this.reflection = ReflectionState.WAITING;
		this.reflectionNote = null;
		this.proposed = 0;
		this.changedAt = at;
	}

	/** Notes the family of its objective. */
	public void joinFamily(UUID family) {
		this.familyId = family;
	}

	/**
	 * Ends the reflection on it.
	 * @param lessons how many lessons were proposed
	 * @param note why there are none, or fewer
	 */
	public void reflected(ReflectionState state, int lessons, @Nullable String note) {
		this.reflection = state;
		this.proposed = lessons;
		this.reflectionNote = (note != null && note.length() > LONGEST_NOTE) ? note.substring(0, LONGEST_NOTE) : note;
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

	public FeedbackId id() {
		return new FeedbackId(this.id);
	}

	public String tenant() {
		return this.tenant;
	}

	public ObjectiveId objectiveId() {
		return new ObjectiveId(this.objectiveId);
	}

	public @Nullable String taskId() {
		return this.taskId;
	}

	/** What it says. */
	public FeedbackDraft said() {
		return new FeedbackDraft(this.rating, (this.labels != null) ? this.labels : List.of(), this.comment,
				this.correction, this.expectedOutput);
	}

	/** Whether the answer was right; {@code null} if it does not say. */
	public @Nullable FeedbackVerdict verdict() {
		return this.verdict;
	}

	public List<Attribution> attribution() {
		return (this.attribution != null) ? this.attribution : List.of();
	}

	/** The family of its objective; {@code null} until it was found. */
	public @Nullable UUID familyId() {
		return this.familyId;
	}

	public ReflectionState reflection() {
		return this.reflection;
	}

	public @Nullable String reflectionNote() {
		return this.reflectionNote;
	}

	/** How many lessons its reflection proposed. */
	public int proposed() {
		return this.proposed;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public Instant changedAt() {
		return this.changedAt;
	}

}
