package dev.babyagi.execution;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/**
 * Reads and erases the rows of attempts.
 */
interface AttemptRows extends JpaRepository<Attempt, Attempt.Key> {

	@Query("select a from Attempt a where a.key.objectiveId = :objectiveId order by a.key.number")
	List<Attempt> of(UUID objectiveId);

	/** Whether an attempt of one of the objectives read what nobody vouches for. */
	@Query("select count(a) > 0 from Attempt a where a.key.objectiveId in :objectiveIds and a.tainted")
	boolean existsTainted(Collection<UUID> objectiveIds);

	@Modifying
	@Query("delete from Attempt a where a.key.objectiveId = :objectiveId")
	void erase(UUID objectiveId);

}
