package dev.babyagi.tuning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/**
 * Reads and writes the rows of fine-tunings.
 */
interface FineTuningRows extends JpaRepository<FineTuning, UUID> {

	Optional<FineTuning> findByIdAndTenant(UUID id, String tenant);

	/** Those whose models serve objectives, newest first. */
	@Query("select t from FineTuning t where t.share > 0 order by t.createdAt desc, t.id desc")
	List<FineTuning> serving();

	/** The fine-tunings of a tenant, newest first. */
	@Query("select t from FineTuning t where t.tenant = :tenant order by t.createdAt desc, t.id desc")
	List<FineTuning> newest(String tenant, Limit limit);

	/** Those that were created before another one, newest first. */
	@Query("""
			select t from FineTuning t where t.tenant = :tenant
			and (t.createdAt < :time or t.createdAt = :time and t.id < :id)
			order by t.createdAt desc, t.id desc""")
	List<FineTuning> newestBefore(String tenant, Instant time, UUID id, Limit limit);

}
