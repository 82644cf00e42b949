package dev.babyagi.exemplar;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.springframework.data.domain.Persistable;

import dev.babyagi.objective.ObjectiveId;

/**
 * A plan that worked, as a planner would reply it.
 */
@Entity
@Table(name = "exemplar")
public class Exemplar implements Persistable<UUID> {

	@Id
	private UUID id;

	private String tenant;

	private UUID objectiveId;

	private String objective;

	private String slots;

	@SuppressWarnings("UnusedVariable") // a column
	private UUID slotsKey;

	@JdbcTypeCode(SqlTypes.JSON)
	private String plan;

	private boolean confirmed;

	private long proven;

	@Version
	private int version;

	private Instant createdAt;

	@Transient
	private boolean stored;

	@SuppressWarnings("NullAway.Init")
	protected Exemplar() {
	}

	Exemplar(UUID id, VerifiedPlan verified, Instant now) {
		this.id = id;
		this.tenant = verified.tenant();
		this.objectiveId = verified.objectiveId().id();
		this.objective = verified.objective();
		this.slots = verified.slotted().slots();
		this.slotsKey = verified.slotsKey();
		this.plan = verified.plan();
		this.createdAt = now;
	}

	/**
	 * Notes that another objective had the same plan.
	 * @param slots those that it filled in another way
	 */
	void confirm(ProvenSlots slots) {
		this.confirmed = true;
		this.proven |= slots.bits();
	}

	/** Notes that it is not sure any more that it works for others. */
	void doubt() {
		this.confirmed = false;
		this.proven = 0;
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	/** Its id, as clients see it. */
	public ExemplarId id() {
		return new ExemplarId(this.id);
	}

	/** The objective whose plan it was. */
	public ObjectiveId objectiveId() {
		return new ObjectiveId(this.objectiveId);
	}

	/** The text of that objective. */
	public String objective() {
		return this.objective;
	}

	/** The plan, as a planner would reply it. */
	public String plan() {
		return this.plan;
	}

	String tenant() {
		return this.tenant;
	}

	String slots() {
		return this.slots;
	}

	ProvenSlots proven() {
		return new ProvenSlots(this.proven);
	}

	/**
	 * Whether another objective of the same form had the same plan, so that it may be
	 * used without a planner.
	 */
	public boolean isConfirmed() {
		return this.confirmed;
	}

	public Instant createdAt() {
		return this.createdAt;
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
