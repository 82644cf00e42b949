package dev.babyagi.objective;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * The context and the creation time of an objective's row.
 *
 * @param contextId the conversation it belongs to
 * @param contextGiven whether the client named that conversation
 * @param createdAt when it was accepted
 */
@Embeddable
record RowProvenance(@Column(name = "context_id") UUID contextId, @Column(name = "context_given") boolean contextGiven,
		@Column(name = "created_at") Instant createdAt) {

}
