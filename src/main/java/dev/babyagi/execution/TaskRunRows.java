package dev.babyagi.execution;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/**
 * Reads and erases the rows of task runs.
 */
interface TaskRunRows extends JpaRepository<TaskRun, TaskRun.Key> {

	@Query("select r from TaskRun r where r.key.objectiveId = :objectiveId order by r.position")
	List<TaskRun> of(UUID objectiveId);

	@Modifying
	@Query("delete from TaskRun r where r.key.objectiveId = :objectiveId")
	void erase(UUID objectiveId);

}
