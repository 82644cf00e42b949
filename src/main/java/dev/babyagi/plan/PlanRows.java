package dev.babyagi.plan;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/**
 * The stored revisions of plans.
 */
interface PlanRows extends JpaRepository<PlanRow, PlanRow.Key> {

	@Query("select p from PlanRow p where p.key.objectiveId = :objectiveId order by p.key.revision desc")
	Optional<PlanRow> newest(UUID objectiveId, Limit limit);

	@Modifying
	@Query("delete from PlanRow p where p.key.objectiveId = :objectiveId")
	void erase(UUID objectiveId);

}
