package dev.babyagi.objective;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * What someone wants, in their words and within limits. Each method that changes it
 * checks the transition and notes an event, which {@link Objectives} publishes in the
 * same commit.
 * <p>
 * While a replica works on it, only that replica's copy changes; it is written if the
 * fence allows it, see {@link Objectives#record}.
 */
@Entity
@Table(name = "objective")
public class Objective implements Persistable<ObjectiveId>, Cloneable {

	/**
	 * The highest first epoch, which is random; it leaves room for as many later ones.
	 */
	private static final long MAX_FIRST_EPOCH = 1L << 62;

	@EmbeddedId
	private ObjectiveId id;

	private String tenant;

	@Embedded
	private RowProvenance provenance;

	@Column(name = "text")
	private String text;

	@JdbcTypeCode(SqlTypes.JSON)
	private @Nullable String outputSchema;

	private String planning;

	@Embedded
	private Limits limits;

	private int parallelism;

	private int priority;

	@Convert(converter = ToolNames.class)
	private @Nullable List<String> tools;

	@Embedded
	private MemoryUse memory;

	@Embedded
	private LearningUse learning;

	@ElementCollection
	@CollectionTable(name = "objective_metadata", joinColumns = @JoinColumn(name = "objective_id"))
	@MapKeyColumn(name = "name")
	@BatchSize(size = 100)
	private Map<String, MetadataValue> metadata = new HashMap<>();

	@Enumerated(EnumType.STRING)
	private ObjectiveState state = ObjectiveState.SUBMITTED;

	@Enumerated(EnumType.STRING)
	private ObjectivePhase phase = ObjectivePhase.QUEUED;

	@Enumerated(EnumType.STRING)
	private @Nullable StopReason stopReason;

	@Enumerated(EnumType.STRING)
	private @Nullable Completeness completeness;

	private @Nullable Instant startedAt;

	private @Nullable Instant finishedAt;

	private @Nullable Instant dueAt;

	@Embedded
	private ObjectiveUsage spending = ObjectiveUsage.NONE;

	@Embedded
	private Progress progress = Progress.NONE;

	@JdbcTypeCode(SqlTypes.JSON)
	private @Nullable String result;

	@JdbcTypeCode(SqlTypes.JSON)
	private @Nullable String error;

	private long epoch;

	private long orders;

	private long ordersSeen;

	private long recording;

	@Transient
	private long firstEpoch = 1;

	@Transient
	private boolean fresh;

	@Transient
	private @Nullable ObjectiveStateChanged begun;

	@Transient
	private List<Object> news = new ArrayList<>();

	@SuppressWarnings("NullAway.Init")
	protected Objective() {
	}

	private Objective(ObjectiveId id, String tenant, Submission submission, Instant now) {
		this.id = id;
		this.tenant = tenant;
		ContextUse context = submission.context();
		this.provenance = new RowProvenance(context.id().id(), context.given(), now);
		this.text = submission.text();
		this.outputSchema = submission.outputSchema();
		this.planning = submission.planning();
		this.limits = submission.limits();
		this.parallelism = submission.parallelism();
		this.priority = submission.priority();
		this.tools = submission.tools();
		this.memory = submission.memory();
		this.learning = submission.learning();
		submission.metadata().forEach((name, value) -> this.metadata.put(name, new MetadataValue(tenant, value)));
		this.dueAt = now;
		this.fresh = true;
	}

	/**
	 * Makes a new objective, which is not stored yet.
	 */
	static Objective submitted(ObjectiveId id, String tenant, Submission submission, Instant now) {
		Objective objective = new Objective(id, tenant, submission, now);
		objective.news.add(new ObjectiveSubmitted(id, tenant));
		return objective;
	}

	/**
	 * Returns a detached copy to change and commit, without events and metadata. It is
	 * due at once, until {@link #await} is called.
	 */
	public Objective copy() {
		try {
			Objective copy = (Objective) super.clone();
			copy.metadata = new HashMap<>();
			copy.news = new ArrayList<>();
			copy.begun = null;
			copy.dueAt = null;
			copy.fresh = false;
			return copy;
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException("It is cloneable", ex);
		}
	}

	/**
	 * Begins the work on it, if that has not begun.
	 */
	public void begin(Instant now) {
		if (this.state == ObjectiveState.SUBMITTED) {
			this.startedAt = now;
			become(ObjectiveState.WORKING);
			this.phase = ObjectivePhase.PLANNING;
			this.begun = changed();
		}
	}

	/**
	 * Enters a phase; does nothing if it is in that phase already.
	 */
	public void enter(ObjectivePhase next) {
		if (next != this.phase) {
			this.phase = next;
			noteState();
		}
	}

	/**
	 * Sets what was spent on it so far.
	 */
	public void spend(ObjectiveUsage now) {
		this.spending = now;
	}

	public void advance(Progress now) {
		this.progress = now;
	}

	/**
	 * Begins to wind down: nothing new starts, and the artifacts are integrated.
	 * @param reason why it will stop; if it winds down already, the first reason stays
	 */
	public void windDown(StopReason reason) {
		if (this.stopReason == null) {
			this.stopReason = reason;
			enter(ObjectivePhase.WINDING_DOWN);
		}
	}

	/**
	 * Completes it with an answer.
	 * @param answer the result as JSON text
	 */
	public void finish(String answer, Completeness completeness, StopReason reason, Instant now) {
		this.result = answer;
		this.completeness = completeness;
		end(ObjectiveState.COMPLETED, reason, now);
	}

	/**
	 * Ends it without an answer.
	 * @param problem why, as JSON text of a problem
	 */
	public void fail(String problem, StopReason reason, Instant now) {
		this.error = problem;
		end(ObjectiveState.FAILED, reason, now);
	}

	/**
	 * Ends it because a client canceled it.
	 */
	public void cancel(Instant now) {
		end(ObjectiveState.CANCELED, StopReason.CANCELED_BY_CLIENT, now);
	}

	/**
	 * Ends it because a newer objective of its context takes its place.
	 */
	public void supersede(Instant now) {
		end(ObjectiveState.CANCELED, StopReason.SUPERSEDED, now);
	}

	/**
	 * Lets it wait behind other objectives of its context. It becomes due when the last
	 * of them ends, and at its deadline in any case.
	 */
	void enqueue() {
		this.dueAt = this.limits.deadline();
	}

	/**
	 * Makes it due at an instant, because nothing can be done before; until then no
	 * replica holds it.
	 */
	public void await(Instant until) {
		this.dueAt = until;
	}

	/**
	 * Notes that the orders up to this number have been seen.
	 */
	public void heed(long number) {
		this.orders = Math.max(this.orders, number);
		this.ordersSeen = this.orders;
	}

	/** Notes that a commit of this copy has succeeded. */
	public void recorded() {
		this.epoch = epochRecorded();
		this.recording++;
	}

	private void end(ObjectiveState next, StopReason reason, Instant now) {
		this.stopReason = reason;
		this.finishedAt = now;
		this.dueAt = null;
		become(next);
		noteState();
	}

	private void become(ObjectiveState next) {
		if (!this.state.canBecome(next)) {
			throw new IllegalTransition(this.id, this.state, next);
		}
		this.state = next;
	}

	private void noteState() {
		this.news.add(changed());
	}

	private ObjectiveStateChanged changed() {
		return new ObjectiveStateChanged(this.id, this.tenant, this.state, this.phase,
				this.state.isTerminal() ? this.stopReason : null, this.completeness);
	}

	/**
	 * The event that work on it began, if it began since it was copied; it is published
	 * before all others.
	 */
	public Optional<ObjectiveStateChanged> begun() {
		return Optional.ofNullable(this.begun);
	}

	/**
	 * The events since it was copied, in order; {@link Objectives} publishes them.
	 */
	public List<Object> news() {
		return List.copyOf(this.news);
	}

	@Override
	public ObjectiveId getId() {
		return this.id;
	}

	public ObjectiveId id() {
		return this.id;
	}

	public String tenant() {
		return this.tenant;
	}

	public ContextId contextId() {
		return new ContextId(this.provenance.contextId());
	}

	/** Whether the client named its context, so that there may be earlier rounds. */
	public boolean isContextGiven() {
		return this.provenance.contextGiven();
	}

	/** Whether earlier rounds of its context and memories are shown to it. */
	public boolean readsMemory() {
		return this.memory.reads();
	}

	/** Whether it is remembered. */
	public boolean writesMemory() {
		return this.memory.writes();
	}

	/** Whether its prompts may hold what was learned. */
	public boolean usesLearning() {
		return this.learning.uses();
	}

	/** Whether anything may be learned from it. */
	public boolean teaches() {
		return this.learning.teaches();
	}

	/** The earlier objectives that are shown to it, in the client's order. */
	public List<ObjectiveId> references() {
		return this.memory.references().stream().map(ObjectiveId::new).toList();
	}

	public Instant createdAt() {
		return this.provenance.createdAt();
	}

	public String text() {
		return this.text;
	}

	public @Nullable String outputSchema() {
		return this.outputSchema;
	}

	public String planning() {
		return this.planning;
	}

	public Limits limits() {
		return this.limits;
	}

	public int parallelism() {
		return this.parallelism;
	}

	public int priority() {
		return this.priority;
	}

	public @Nullable List<String> tools() {
		return this.tools;
	}

	public Map<String, String> metadata() {
		Map<String, String> values = new HashMap<>();
		this.metadata.forEach((name, value) -> values.put(name, value.text()));
		return values;
	}

	public ObjectiveState state() {
		return this.state;
	}

	public ObjectivePhase phase() {
		return this.phase;
	}

	/** Why it stopped, or why it is winding down. */
	public @Nullable StopReason stopReason() {
		return this.stopReason;
	}

	public @Nullable Completeness completeness() {
		return this.completeness;
	}

	public @Nullable Instant startedAt() {
		return this.startedAt;
	}

	public @Nullable Instant finishedAt() {
		return this.finishedAt;
	}

	public @Nullable Instant dueAt() {
		return this.dueAt;
	}

	public ObjectiveUsage spending() {
		return this.spending;
	}

	public Progress progress() {
		return this.progress;
	}

	public @Nullable String result() {
		return this.result;
	}

	public @Nullable String error() {
		return this.error;
	}

	public long epoch() {
		return this.epoch;
	}

	/**
	 * The epoch after the next commit: the first commit of an untouched objective claims
	 * it as well.
	 */
	public long epochRecorded() {
		return (this.recording == 0) ? this.firstEpoch : this.epoch;
	}

	/**
	 * Returns a copy that claims the objective with its first commit. Its epoch is
	 * random, so that no other copy has the same one.
	 */
	Objective untouched() {
		Objective copy = copy();
		copy.firstEpoch = ThreadLocalRandom.current().nextLong(1, MAX_FIRST_EPOCH);
		return copy;
	}

	public long orders() {
		return this.orders;
	}

	public long ordersSeen() {
		return this.ordersSeen;
	}

	/** The number of commits so far. */
	public long recording() {
		return this.recording;
	}

	/**
	 * The instant at which it ends in any case: its deadline, or the first claim plus its
	 * longest duration if that is earlier.
	 */
	public Instant endsBy(Instant now) {
		Instant byDuration = start(now).plus(this.limits.maxDuration());
		Instant deadline = this.limits.deadline();
		return (deadline != null && deadline.isBefore(byDuration)) ? deadline : byDuration;
	}

	/**
	 * The part of its time that is kept for integration: a tenth of what it has from the
	 * first claim to its end.
	 */
	public Duration keptForIntegration(Instant now) {
		Duration time = Duration.between(start(now), endsBy(now));
		return time.isNegative() ? Duration.ZERO : time.dividedBy(10);
	}

	private Instant start(Instant now) {
		return (this.startedAt != null) ? this.startedAt : now;
	}

	@Override
	public boolean isNew() {
		return this.fresh;
	}

	@PostPersist
	@PostLoad
	void stored() {
		this.fresh = false;
	}

}
