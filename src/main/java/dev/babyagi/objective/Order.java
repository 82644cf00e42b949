package dev.babyagi.objective;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.springframework.data.domain.Persistable;

/**
 * What is wanted of an objective at work. Any replica may write an order; only the owner
 * of the objective acts on it.
 */
@Entity
@Table(name = "objective_order")
public class Order implements Persistable<Order.Key> {

	@EmbeddedId
	private Key key;

	private String tenant;

	@Enumerated(EnumType.STRING)
	private Kind kind;

	private Instant createdAt;

	@Transient
	private boolean fresh;

	@SuppressWarnings("NullAway.Init")
	protected Order() {
	}

	Order(ObjectiveId objective, long number, String tenant, Kind kind, Instant now) {
		this.key = new Key(objective.id(), number);
		this.tenant = tenant;
		this.kind = kind;
		this.createdAt = now;
		this.fresh = true;
	}

	public long number() {
		return this.key.number();
	}

	public Kind kind() {
		return this.kind;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public String tenant() {
		return this.tenant;
	}

	@Override
	public Key getId() {
		return this.key;
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

	/**
	 * The kind of order.
	 */
	public enum Kind {

		/** Cancel it and cut its open calls. */
		CANCEL,

		/** Cancel it once its running attempts have ended; none starts. */
		CANCEL_GRACEFULLY,

		/**
		 * Cancel it and cut its open calls, because a newer objective of its context
		 * takes its place.
		 */
		SUPERSEDE,

		/**
		 * When it ends, make the next objective of its context due. An objective whose
		 * context was given does so without an order.
		 */
		WAKE_NEXT

	}

	/**
	 * Identifies an order.
	 *
	 * @param objectiveId the id of the objective
	 * @param number 1 for the first order of the objective
	 */
	@Embeddable
	record Key(UUID objectiveId, long number) implements Serializable {

	}

}
