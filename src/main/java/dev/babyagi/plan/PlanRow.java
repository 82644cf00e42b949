package dev.babyagi.plan;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * The stored form of one revision of a plan. It is written once and never changed.
 */
@Entity
@Table(name = "plan")
class PlanRow {

	@EmbeddedId
	private Key key;

	private String tenant;

	@Enumerated(EnumType.STRING)
	private Origin origin;

	@JdbcTypeCode(SqlTypes.JSON)
	private String document;

	private Instant createdAt;

	@SuppressWarnings("NullAway.Init")
	protected PlanRow() {
	}

	PlanRow(UUID objectiveId, String tenant, Plan plan, Instant now) {
		this.key = new Key(objectiveId, plan.revision());
		this.tenant = tenant;
		this.origin = plan.origin();
		this.document = PlanJson.toText(plan);
		this.createdAt = now;
	}

	Plan plan() {
		return PlanJson.fromText(this.document);
	}

	String tenant() {
		return this.tenant;
	}

	Origin origin() {
		return this.origin;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	Key key() {
		return this.key;
	}

	/**
	 * Identifies a revision.
	 *
	 * @param objectiveId the objective
	 * @param revision the number of the revision
	 */
	@Embeddable
	record Key(UUID objectiveId, int revision) implements Serializable {

	}

}
