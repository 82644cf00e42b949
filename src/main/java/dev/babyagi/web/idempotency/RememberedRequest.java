package dev.babyagi.web.idempotency;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * A creating request that had an idempotency key, with its answer.
 */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are read by queries only
class RememberedRequest implements Persistable<String> {

	@Id
	private String id;

	private String tenant;

	private String bodyHash;

	private long status;

	private String location;

	private String body;

	private Instant expiresAt;

	@Transient
	private boolean stored;

	@SuppressWarnings("NullAway.Init")
	protected RememberedRequest() {
	}

	RememberedRequest(String id, String tenant, String bodyHash, Answer answer, Instant expiresAt) {
		this.id = id;
		this.tenant = tenant;
		this.bodyHash = bodyHash;
		this.status = answer.status();
		this.location = answer.location();
		this.body = answer.body();
		this.expiresAt = expiresAt;
	}

	boolean isFor(String otherBodyHash) {
		return this.bodyHash.equals(otherBodyHash);
	}

	Answer answer() {
		return new Answer((int) this.status, this.location, this.body);
	}

	@Override
	public @Nullable String getId() {
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

	/**
	 * The answer to the request.
	 *
	 * @param status the HTTP status
	 * @param location the path of what was created
	 * @param body the JSON of the body
	 */
	record Answer(int status, String location, String body) {

	}

}
