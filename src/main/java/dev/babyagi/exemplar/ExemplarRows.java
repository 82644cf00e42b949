package dev.babyagi.exemplar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/**
 * Reads and writes the rows of exemplars.
 */
interface ExemplarRows extends JpaRepository<Exemplar, UUID> {

	Optional<Exemplar> findByIdAndTenant(UUID id, String tenant);

	Optional<Exemplar> findFirstBySlotsKeyOrderByCreatedAtDesc(UUID slotsKey);

	List<Exemplar> findByObjectiveId(UUID objectiveId);

	int countByTenant(String tenant);

	Optional<Exemplar> findFirstByTenantOrderByCreatedAt(String tenant);

	/** The exemplars of a tenant, newest first. */
	@Query("select e from Exemplar e where e.tenant = :tenant order by e.createdAt desc, e.id desc")
	List<Exemplar> newest(String tenant, Limit limit);

	/** Those that were created before another one, newest first. */
	@Query("""
			select e from Exemplar e where e.tenant = :tenant
			and (e.createdAt < :time or e.createdAt = :time and e.id < :id)
			order by e.createdAt desc, e.id desc""")
	List<Exemplar> newestBefore(String tenant, Instant time, UUID id, Limit limit);

}
