package dev.babyagi.execution;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.jspecify.annotations.Nullable;

import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ModelUsage;

/**
 * One try at a task, or one call to the planner or the joiner. An attempt that costs
 * something is stored with its reservation before its call, and closed with what it used.
 * One that costs nothing is stored once it has ended.
 */
@Entity
@Table(name = "attempt")
public class Attempt implements Cloneable {

	private static final int LONGEST_REASON = 2000;

	private static final int LONGEST_ANSWER = 1_000_000;

	@EmbeddedId
	private Key key;

	@SuppressWarnings("UnusedVariable") // a column
	private String tenant;

	@Enumerated(EnumType.STRING)
	private ModelRole role;

	private @Nullable String taskId;

	private int revision;

	private int ordinal;

	private long reservedInputTokens;

	private long reservedOutputTokens;

	private BigDecimal reservedCostUsd;

	private Instant openedAt;

	private @Nullable Instant closedAt;

	@Enumerated(EnumType.STRING)
	private @Nullable AttemptOutcome outcome;

	private int modelCalls;

	private long inputTokens;

	private long outputTokens;

	private BigDecimal costUsd = BigDecimal.ZERO;

	private @Nullable String answer;

	private @Nullable String reason;

	private @Nullable String memories;

	private boolean tainted;

	@Transient
	private CheckedAnswer.@Nullable Passed passed;

	@Transient
	private RowState standing = RowState.NEW;

	@SuppressWarnings("NullAway.Init")
	protected Attempt() {
	}

	Attempt(Key key, String tenant, ModelRole role, @Nullable String taskId, int revision, int ordinal,
			ModelUsage reserved, Instant now) {
		this.key = key;
		this.tenant = tenant;
		this.role = role;
		this.taskId = taskId;
		this.revision = revision;
		this.ordinal = ordinal;
		this.reservedInputTokens = reserved.inputTokens();
		this.reservedOutputTokens = reserved.outputTokens();
		this.reservedCostUsd = reserved.costUsd();
		this.modelCalls = reserved.calls();
		this.openedAt = now;
	}

	/** Returns a copy of every column, to change and commit. */
	Attempt copy() {
		try {
			return (Attempt) super.clone();
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException("It is cloneable", ex);
		}
	}

	/** Notes which memories it was given or has found. */
	void recall(RecalledMemories recalled) {
		if (!recalled.ids().isEmpty()) {
			this.memories = recalled.column();
			this.tainted = recalled.untrusted();
		}
	}

	void close(AttemptEnd end, Instant now) {
		recall(end.recalled());
		this.outcome = end.outcome();
		this.closedAt = now;
		this.modelCalls = end.usage().calls();
		this.inputTokens = end.usage().inputTokens();
		this.outputTokens = end.usage().outputTokens();
		this.costUsd = end.usage().costUsd();
		this.answer = cut(end.answer(), LONGEST_ANSWER);
		this.reason = cut(end.reason(), LONGEST_REASON);
		this.passed = (end.artifact() != null && end.level() != null)
				? new CheckedAnswer.Passed(end.artifact(), end.level()) : null;
		this.standing = this.standing.changed();
	}

	/**
	 * Closes an attempt whose process is gone; the whole reservation counts as used.
	 */
	void closeUncertain(Instant now) {
		ModelUsage reserved = reserved();
		close(AttemptEnd.failed(AttemptOutcome.UNCERTAIN, "The process died while this attempt was under way", null,
				reserved), now);
	}

	void stored() {
		this.standing = RowState.STORED;
	}

	private static @Nullable String cut(@Nullable String text, int longest) {
		return (text != null && text.length() > longest) ? text.substring(0, longest) : text;
	}

	public int number() {
		return this.key.number();
	}

	public ModelRole role() {
		return this.role;
	}

	public @Nullable String taskId() {
		return this.taskId;
	}

	/** The revision of the plan that it works on, or that it is to produce. */
	public int revision() {
		return this.revision;
	}

	/**
	 * The number among the attempts of its task, 1 for the first; the answers of one vote
	 * share a number.
	 */
	public int ordinal() {
		return this.ordinal;
	}

	public boolean isOpen() {
		return this.outcome == null;
	}

	public @Nullable AttemptOutcome outcome() {
		return this.outcome;
	}

	public Instant openedAt() {
		return this.openedAt;
	}

	public @Nullable Instant closedAt() {
		return this.closedAt;
	}

	public @Nullable String answer() {
		return this.answer;
	}

	public @Nullable String reason() {
		return this.reason;
	}

	/** Whether it was given or has found text that nobody vouches for. */
	boolean isTainted() {
		return this.tainted;
	}

	/** The ids of the memories that it was given or has found, as clients see them. */
	public List<String> memories() {
		return (this.memories != null) ? List.of(this.memories.split(" ")) : List.of();
	}

	/**
	 * The answer that passed its check; not stored, so {@code null} in another process.
	 */
	CheckedAnswer.@Nullable Passed passed() {
		return this.passed;
	}

	/** What was reserved for its call. */
	public ModelUsage reserved() {
		return new ModelUsage(isOpen() ? this.modelCalls : 0, this.reservedInputTokens, this.reservedOutputTokens,
				this.reservedCostUsd);
	}

	/** What it used; {@link ModelUsage#NONE} while it is open. */
	public ModelUsage used() {
		return isOpen() ? ModelUsage.NONE
				: new ModelUsage(this.modelCalls, this.inputTokens, this.outputTokens, this.costUsd);
	}

	/** Whether it costs something, so that it must be stored before its call. */
	boolean isBought() {
		return this.reservedInputTokens > 0;
	}

	RowState rowState() {
		return this.standing;
	}

	Key key() {
		return this.key;
	}

	@PostLoad
	void loaded() {
		this.standing = RowState.STORED;
	}

	/**
	 * Identifies an attempt.
	 *
	 * @param objectiveId the id of the objective
	 * @param number 1 for the first attempt of the objective, over all tasks and roles
	 */
	@Embeddable
	record Key(UUID objectiveId, int number) implements Serializable {

	}

}
