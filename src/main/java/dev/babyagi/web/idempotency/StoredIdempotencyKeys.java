package dev.babyagi.web.idempotency;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.storage.SharedCommits;
import dev.babyagi.web.CallerTenant;
import dev.babyagi.web.Created;
import dev.babyagi.web.IdempotencyKeys;
import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemType;

/**
 * Stores idempotency keys and their answers in the database.
 */
@Component
class StoredIdempotencyKeys implements IdempotencyKeys {

	/** How long an answer is kept; from the HTTP contract. */
	private static final Duration KEPT = Duration.ofHours(24);

	private final RememberedRequests requests;

	private final SharedCommits commits;

	private final TransactionTemplate transaction;

	private final JsonMapper json;

	private final CallerTenant tenant;

	private final Clock clock;

	private final Set<String> underWay = ConcurrentHashMap.newKeySet();

	private final CreationBulkhead bulkhead = new CreationBulkhead();

	@Autowired
	StoredIdempotencyKeys(RememberedRequests requests, SharedCommits commits, TransactionTemplate transaction,
			JsonMapper json, CallerTenant tenant, ObjectProvider<Clock> clock) {
		this(requests, commits, transaction, json, tenant, clock.getIfAvailable(Clock::systemUTC));
	}

	StoredIdempotencyKeys(RememberedRequests requests, SharedCommits commits, TransactionTemplate transaction,
			JsonMapper json, CallerTenant tenant, Clock clock) {
		this.requests = requests;
		this.commits = commits;
		this.transaction = transaction;
		this.json = json;
		this.tenant = tenant;
		this.clock = clock;
	}

	@Override
	public <T> Created<T> once(HttpServletRequest request, Class<T> bodyType, Supplier<Created<T>> creation) {
		return once(request, bodyType, creation, false);
	}

	@Override
	public <T> Created<T> onceAlone(HttpServletRequest request, Class<T> bodyType, Supplier<Created<T>> creation) {
		return once(request, bodyType, creation, true);
	}

	private <T> Created<T> once(HttpServletRequest request, Class<T> bodyType, Supplier<Created<T>> creation,
			boolean alone) {
		Optional<IdempotencyKey> key = IdempotencyKey.of(request, this.tenant.id());
		if (key.isEmpty()) {
			return this.bulkhead.pass(() -> inTransaction(alone, creation));
		}
		String scope = key.get().scope();
		if (!this.underWay.add(scope)) {
			throw inProgress();
		}
		try {
			return this.bulkhead.pass(() -> createOrReplay(key.get(), bodyType, creation, alone));
		}
		finally {
			this.underWay.remove(scope);
		}
	}

	@Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
	void forgetExpired() {
		this.transaction.executeWithoutResult((status) -> this.requests.forgetExpired(this.clock.instant()));
	}

	private <T> Created<T> createOrReplay(IdempotencyKey key, Class<T> bodyType, Supplier<Created<T>> creation,
			boolean alone) {
		try {
			return inTransaction(alone, () -> replay(key, bodyType).orElseGet(() -> createAndRemember(key, creation)));
		}
		catch (DataIntegrityViolationException ex) {
			// If its row exists, another replica was faster; else the creation itself
			// caused the violation.
			return inTransaction(alone, () -> replay(key, bodyType)).orElseThrow(() -> ex);
		}
		catch (PessimisticLockingFailureException ex) {
			throw inProgress();
		}
	}

	private <T> Optional<Created<T>> replay(IdempotencyKey key, Class<T> bodyType) {
		Optional<RememberedRequest> earlier = this.requests.findByIdAndExpiresAtAfter(key.scope(),
				this.clock.instant());
		if (earlier.isPresent() && !earlier.get().isFor(key.bodyHash())) {
			throw Problem.of(ProblemType.IDEMPOTENCY_CONFLICT,
					"This Idempotency-Key was used with another body; use a new key for a new request");
		}
		return earlier.map((request) -> {
			RememberedRequest.Answer answer = request.answer();
			return new Created<>(HttpStatus.valueOf(answer.status()), URI.create(answer.location()),
					this.json.readValue(answer.body(), bodyType), true);
		});
	}

	private <T> Created<T> createAndRemember(IdempotencyKey key, Supplier<Created<T>> creation) {
		Instant now = this.clock.instant();
		this.requests.forgetExpired(key.scope(), now);
		Created<T> created = creation.get();
		RememberedRequest.Answer answer = new RememberedRequest.Answer(created.status().value(),
				created.location().toString(), this.json.writeValueAsString(created.body()));
		this.requests
			.saveAndFlush(new RememberedRequest(key.scope(), key.tenant(), key.bodyHash(), answer, now.plus(KEPT)));
		return created;
	}

	private <T> T inTransaction(boolean alone, Supplier<T> work) {
		return Objects.requireNonNull(alone ? this.commits.alone(work) : this.commits.share(work));
	}

	private static Problem inProgress() {
		return Problem
			.of(ProblemType.IN_PROGRESS, "The first request with this Idempotency-Key has not been answered yet")
			.retryAfter(Duration.ofSeconds(1));
	}

}
