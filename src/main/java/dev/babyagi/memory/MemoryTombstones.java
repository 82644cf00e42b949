package dev.babyagi.memory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/**
 * Reads and writes tombstones.
 */
interface MemoryTombstones extends JpaRepository<MemoryTombstone, UUID> {

	/** Whether something with these words was forgotten after an instant. */
	boolean existsByDigestAndChangedAtAfter(String digest, Instant instant);

	/** The tombstones after an instant, oldest first. */
	@Query("select t.id, t.changedAt from MemoryTombstone t where t.changedAt > :after order by t.changedAt")
	List<Object[]> changedAfter(Instant after, Limit limit);

}
