package dev.babyagi.objective;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/**
 * Reads and writes the rows of objectives.
 */
interface ObjectiveRows extends JpaRepository<Objective, ObjectiveId>, JpaSpecificationExecutor<Objective> {

	/**
	 * Claims an objective that has not ended. Of two claims at the same time the row lock
	 * lets one go first, and the epoch tells them apart from then on.
	 */
	@Modifying(clearAutomatically = true)
	@Query("""
			update Objective o set o.epoch = o.epoch + 1, o.dueAt = null
			where o.id = :id and o.state in (SUBMITTED, WORKING)""")
	int claim(ObjectiveId id);

	/**
	 * Raises the number of orders of an objective that has not ended.
	 */
	@Modifying(clearAutomatically = true)
	@Query("""
			update Objective o set o.orders = o.orders + 1, o.dueAt = :now
			where o.id = :id and o.state in (SUBMITTED, WORKING)""")
	int raiseOrders(ObjectiveId id, Instant now);

	/**
	 * Raises the number of orders of an objective that has not ended, and does not make
	 * it due.
	 */
	@Modifying(clearAutomatically = true)
	@Query("update Objective o set o.orders = o.orders + 1 where o.id = :id and o.state in (SUBMITTED, WORKING)")
	int raiseOrders(ObjectiveId id);

	@Query(nativeQuery = true, value = "select min(tenant) from objective where tenant > :tenant")
	@Nullable String tenantAfter(String tenant);

	@Query(nativeQuery = true, value = """
			select priority from objective
			where id = :id and state in ('SUBMITTED', 'WORKING') and due_at <= :now""")
	Optional<Integer> priorityIfDue(UUID id, Instant now);

	@Query("""
			select coalesce(sum(o.spending.inputTokens + o.spending.outputTokens), 0) from Objective o
			where o.tenant = :tenant and o.provenance.createdAt >= :since""")
	long tokensSince(String tenant, Instant since);

	/** The ids of objectives that were completed, after one id, oldest first. */
	@Query("""
			select o.id.id from Objective o
			where o.tenant = :tenant and o.state = COMPLETED and o.id.id > :after order by o.id.id""")
	List<UUID> completedAfter(String tenant, UUID after, Limit limit);

	/** The objectives of a context, oldest first. */
	@Query("""
			select o from Objective o
			where o.tenant = :tenant and o.provenance.contextId = :context order by o.provenance.createdAt""")
	List<Objective> oldest(String tenant, UUID context, Limit limit);

	@Query("select count(o) from Objective o where o.state = SUBMITTED")
	long countWaiting();

}
