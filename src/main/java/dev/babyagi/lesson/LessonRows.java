package dev.babyagi.lesson;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;

/**
 * Reads and writes the rows of lessons.
 */
interface LessonRows extends JpaRepository<Lesson, UUID>, JpaSpecificationExecutor<Lesson> {

	Optional<Lesson> findByIdAndTenant(UUID id, String tenant);

	/** The lessons of a family that prompts may hold, newest first. */
	@Query("""
			select l from Lesson l where l.familyId = :family and l.state <> RETIRED
			order by l.createdAt desc""")
	List<Lesson> current(UUID family, Limit limit);

	/** All lessons that prompts may hold, the pinned ones first, then newest first. */
	@Query("select l from Lesson l where l.state <> RETIRED order by l.pinned desc, l.createdAt desc, l.id desc")
	List<Lesson> current(Limit limit);

	/** How many lessons a tenant has in a state. */
	int countByTenantAndState(String tenant, LessonState state);

}
