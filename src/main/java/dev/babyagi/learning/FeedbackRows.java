package dev.babyagi.learning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/**
 * Reads and writes the rows of feedback.
 */
interface FeedbackRows extends JpaRepository<ObjectiveFeedback, UUID> {

	Optional<ObjectiveFeedback> findByTarget(String target);

	List<ObjectiveFeedback> findByObjectiveIdAndTenantOrderByCreatedAt(UUID objective, String tenant);

	List<ObjectiveFeedback> findByObjectiveId(UUID objective);

	/** Labelled feedback of a family, newest first. */
	@Query("""
			select f from ObjectiveFeedback f where f.familyId = :family and f.verdict is not null
			order by f.createdAt desc, f.id desc""")
	List<ObjectiveFeedback> labelled(UUID family, Limit limit);

	/** How often a judge and people spoke of the same output. */
	@Query("""
			select count(f) from ObjectiveFeedback f
			where f.tenant = :tenant and f.judged is not null and f.verdict is not null""")
	int judged(String tenant);

	/** How often a judge and people said the same. */
	@Query("""
			select count(f) from ObjectiveFeedback f where f.tenant = :tenant
			and ((f.judged = true and f.verdict = SUCCESS) or (f.judged = false and f.verdict = FAILURE))""")
	int agreed(String tenant);

	int countByTenantAndReflection(String tenant, ReflectionState state);

	/** Feedback that was not reflected on, the latest first. */
	@Query("""
			select f from ObjectiveFeedback f where f.tenant = :tenant and f.reflectionNote is not null
			and f.changedAt >= :since order by f.changedAt desc""")
	List<ObjectiveFeedback> noted(String tenant, Instant since, Limit limit);

}
