package dev.babyagi.objective;

import java.time.Instant;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/**
 * The rows of objectives.
 */
interface ObjectiveRows extends JpaRepository<Objective, ObjectiveId>, JpaSpecificationExecutor<Objective> {

	/**
	 * Takes an objective that has not ended. Row locks make the first of two takers win;
	 * the epoch tells them apart from then on.
	 */
	@Modifying(clearAutomatically = true)
	@Query("""
			update Objective o set o.epoch = o.epoch + 1, o.dueAt = null
			where o.id = :id and o.state in (SUBMITTED, WORKING, INPUT_REQUIRED)""")
	int claim(ObjectiveId id);

	/**
	 * Raises the number of orders of an objective that has not ended.
	 */
	@Modifying(clearAutomatically = true)
	@Query("""
			update Objective o set o.orders = o.orders + 1, o.dueAt = :now
			where o.id = :id and o.state in (SUBMITTED, WORKING, INPUT_REQUIRED)""")
	int raiseOrders(ObjectiveId id, Instant now);

	@Query("select count(o) from Objective o where o.state = SUBMITTED")
	long countWaiting();

}
