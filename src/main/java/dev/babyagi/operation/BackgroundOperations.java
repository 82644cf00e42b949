package dev.babyagi.operation;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.babyagi.objective.IdGenerator;

/**
 * The repository of operations.
 */
@Component
public class BackgroundOperations {

	private final EntityManager entities;

	private final IdGenerator ids;

	private final Clock clock;

	BackgroundOperations(EntityManager entities, IdGenerator ids, Clock clock) {
		this.entities = entities;
		this.ids = ids;
		this.clock = clock;
	}

	/**
	 * Stores a new operation. The caller schedules its work in the same transaction.
	 * @param kind what is done, at most 32 characters
	 * @param input what it works on; erased when it ends
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public BackgroundOperation begin(String tenant, String kind, Map<String, String> input) {
		BackgroundOperation operation = new BackgroundOperation(this.ids.next(), tenant, kind, input,
				this.clock.instant());
		this.entities.persist(operation);
		return operation;
	}

	/** Finds an operation of a tenant. */
	public Optional<BackgroundOperation> find(String tenant, OperationId id) {
		return Optional.ofNullable(this.entities.find(BackgroundOperation.class, id.id()))
			.filter((operation) -> operation.tenant().equals(tenant));
	}

	/** Finds an operation that has not ended, of any tenant, for its handler. */
	public Optional<BackgroundOperation> running(UUID id) {
		return Optional.ofNullable(this.entities.find(BackgroundOperation.class, id))
			.filter((operation) -> operation.state() == OperationState.RUNNING);
	}

}
