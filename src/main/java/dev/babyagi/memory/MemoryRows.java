package dev.babyagi.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;

/**
 * Reads and writes the rows of memories.
 */
interface MemoryRows extends JpaRepository<Memory, UUID>, JpaSpecificationExecutor<Memory> {

	Optional<Memory> findByDigest(String digest);

	Optional<Memory> findByFactKey(String factKey);

	Optional<Memory> findByIdAndTenant(UUID id, String tenant);

	List<Memory> findBySupersededByAndTenant(UUID id, String tenant);

	/** The changes after an instant, oldest first. */
	@Query("select m.id, m.changedAt from Memory m where m.changedAt > :after order by m.changedAt")
	List<Object[]> changedAfter(Instant after, Limit limit);

	/** The current statements of a context, oldest first. */
	@Query("""
			select m from Memory m where m.tenant = :tenant and m.contextId = :context and m.factKey is not null
			order by m.validFrom""")
	List<Memory> statements(String tenant, UUID context, Limit limit);

}
