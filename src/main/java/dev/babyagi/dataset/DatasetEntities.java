package dev.babyagi.dataset;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/**
 * Reads and writes datasets, without their rows.
 */
interface DatasetEntities extends JpaRepository<Dataset, UUID> {

	Optional<Dataset> findByIdAndTenant(UUID id, String tenant);

	@Query("select coalesce(max(d.number), 0) from Dataset d where d.tenant = :tenant")
	int greatestNumber(String tenant);

	/** The datasets of a tenant, newest first. */
	@Query("select d from Dataset d where d.tenant = :tenant order by d.createdAt desc, d.id desc")
	List<Dataset> newest(String tenant, Limit limit);

	/** Those that were created before another one, newest first. */
	@Query("""
			select d from Dataset d where d.tenant = :tenant
			and (d.createdAt < :time or d.createdAt = :time and d.id < :id)
			order by d.createdAt desc, d.id desc""")
	List<Dataset> newestBefore(String tenant, Instant time, UUID id, Limit limit);

}
