package dev.babyagi.journal;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * One entry of an objective's record. Sequence numbers begin at 1 and have no gap.
 */
@Entity
@Table(name = "journal_entry")
class JournalEntry {

	@EmbeddedId
	private Key key;

	private String tenant;

	private String type;

	@JdbcTypeCode(SqlTypes.JSON)
	private String data;

	private Instant createdAt;

	@SuppressWarnings("NullAway.Init")
	protected JournalEntry() {
	}

	JournalEntry(UUID objectiveId, long sequence, String tenant, String type, String data, Instant now) {
		this.key = new Key(objectiveId, sequence);
		this.tenant = tenant;
		this.type = type;
		this.data = data;
		this.createdAt = now;
	}

	long sequence() {
		return this.key.sequence();
	}

	String tenant() {
		return this.tenant;
	}

	String type() {
		return this.type;
	}

	String data() {
		return this.data;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	/**
	 * Identifies an entry.
	 *
	 * @param objectiveId the id of the objective
	 * @param sequence its number, 1 for the first
	 */
	@Embeddable
	record Key(UUID objectiveId, long sequence) implements Serializable {

	}

}
