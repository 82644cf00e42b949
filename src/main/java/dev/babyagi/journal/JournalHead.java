package dev.babyagi.journal;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * Gives out the sequence numbers of one objective.
 */
@Entity
@Table(name = "journal_head")
class JournalHead {

	@Id
	private UUID objectiveId;

	private String tenant;

	private long lastSequence;

	@SuppressWarnings("NullAway.Init")
	protected JournalHead() {
	}

	JournalHead(UUID objectiveId, String tenant) {
		this.objectiveId = objectiveId;
		this.tenant = tenant;
	}

	UUID objectiveId() {
		return this.objectiveId;
	}

	String tenant() {
		return this.tenant;
	}

	/** Takes the next sequence number. */
	long next() {
		return ++this.lastSequence;
	}

}
