package dev.babyagi.tuning;

import java.time.Instant;
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

import dev.babyagi.dataset.DatasetRole;
import dev.babyagi.language.PromptVariant;

/**
 * A model that a provider trains, or another wording of a role's instructions, and what
 * becomes of it.
 */
@Entity
@Table(name = "fine_tuning")
public class FineTuning implements Persistable<UUID> {

	@Id
	private UUID id;

	private String tenant;

	private UUID datasetId;

	private @Nullable String baseModel;

	private @Nullable String promptVariant;

	private @Nullable String promptDigest;

	@Enumerated(EnumType.STRING)
	private DatasetRole role;

	@Enumerated(EnumType.STRING)
	private TuningState state = TuningState.UPLOADING;

	private @Nullable String reason;

	private @Nullable String fileId;

	private boolean creating;

	private @Nullable String jobId;

	private @Nullable String model;

	private boolean cancelWanted;

	private int tries;

	@Enumerated(EnumType.STRING)
	private PromotionState promotion = PromotionState.WAITING;

	@JdbcTypeCode(SqlTypes.JSON)
	private @Nullable GateResult gate;

	private double share;

	private @Nullable Instant stageSince;

	@Version
	@SuppressWarnings("UnusedVariable") // compared at each write
	private int version;

	private Instant createdAt;

	private @Nullable Instant finishedAt;

	@Transient
	private boolean stored;

	@SuppressWarnings("NullAway.Init")
	protected FineTuning() {
	}

	FineTuning(UUID id, String tenant, UUID datasetId, @Nullable String baseModel, DatasetRole role, Instant now) {
		this.id = id;
		this.tenant = tenant;
		this.datasetId = datasetId;
		this.baseModel = baseModel;
		this.role = role;
		this.createdAt = now;
	}

	// -- at the provider

	void uploaded(String file) {
		this.fileId = file;
		this.tries = 0;
	}

	/** Notes that the job may exist from now on, though nobody has seen it. */
	void creating() {
		this.creating = true;
	}

	void created(String job) {
		this.jobId = job;
		this.state = TuningState.RUNNING;
		this.tries = 0;
		this.reason = null;
	}

	void trained(String name, Instant now) {
		this.model = name;
		this.state = TuningState.SUCCEEDED;
		this.promotion = PromotionState.GATE;
		this.finishedAt = now;
		this.reason = null;
		this.tries = 0;
	}

	/** Notes that there is nothing to train: a variant of the prompt goes to the gate. */
	void vary(PromptVariant variant, Instant now) {
		this.promptVariant = variant.id();
		this.promptDigest = variant.digest();
		this.state = TuningState.SUCCEEDED;
		this.promotion = PromotionState.GATE;
		this.finishedAt = now;
	}

	void end(TuningState last, String why, Instant now) {
		this.state = last;
		this.reason = why;
		this.finishedAt = now;
	}

	/** Notes a request that did not succeed, and will be made again. */
	void failedOnce(String why) {
		this.tries++;
		this.reason = why;
	}

	void succeededOnce() {
		this.tries = 0;
		this.reason = null;
	}

	void wantCancel() {
		this.cancelWanted = true;
	}

	// -- afterwards

	void judged(GateResult result) {
		this.gate = result;
		this.promotion = PromotionState.REFUSED;
		this.reason = result.reason();
	}

	void serve(GateResult result, double part, Instant now) {
		this.gate = result;
		widen(part, now);
	}

	void widen(double part, Instant now) {
		this.share = part;
		this.stageSince = now;
		this.promotion = (part < 1) ? PromotionState.CANARY : PromotionState.SERVING;
		this.reason = null;
	}

	void rollBack(String why) {
		this.share = 0;
		this.promotion = PromotionState.ROLLED_BACK;
		this.reason = why;
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	/** Its id, as clients see it. */
	public TuningId id() {
		return new TuningId(this.id);
	}

	String tenant() {
		return this.tenant;
	}

	public UUID datasetId() {
		return this.datasetId;
	}

	/** The model that is trained; {@code null} for a variant of the prompt. */
	public @Nullable String baseModel() {
		return this.baseModel;
	}

	/** Whether this is its variant, in the words that went to the gate. */
	boolean isOf(PromptVariant variant) {
		return variant.id().equals(this.promptVariant) && variant.digest().equals(this.promptDigest);
	}

	/** The id of the variant of the prompt, or {@code null}. */
	public @Nullable String promptVariant() {
		return this.promptVariant;
	}

	public DatasetRole role() {
		return this.role;
	}

	public TuningState state() {
		return this.state;
	}

	/** Why it is in its state, or {@code null}. */
	public @Nullable String reason() {
		return this.reason;
	}

	@Nullable String fileId() {
		return this.fileId;
	}

	boolean isCreating() {
		return this.creating;
	}

	/** The provider's id of the job, once it is created. */
	public @Nullable String jobId() {
		return this.jobId;
	}

	/** The name of the model that was trained, or {@code null}. */
	public @Nullable String model() {
		return this.model;
	}

	boolean isCancelWanted() {
		return this.cancelWanted;
	}

	int tries() {
		return this.tries;
	}

	public PromotionState promotion() {
		return this.promotion;
	}

	/** What the gate has shown, or {@code null}. */
	public @Nullable GateResult gate() {
		return this.gate;
	}

	/** The share of objectives that the model serves. */
	public double share() {
		return this.share;
	}

	@Nullable Instant stageSince() {
		return this.stageSince;
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
