package dev.babyagi.objective;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/**
 * Reads and writes the rows of orders.
 */
interface OrderRows extends JpaRepository<Order, Order.Key> {

	@Query("select o from Order o where o.key.objectiveId = :objectiveId and o.key.number > :seen"
			+ " order by o.key.number")
	List<Order> after(UUID objectiveId, long seen);

	@Modifying
	@Query("delete from Order o where o.key.objectiveId = :objectiveId")
	void erase(UUID objectiveId);

}
