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

	/** The episode of an objective, if it has one. */
	@Query("select m from Memory m where m.objectiveId = :objective and m.kind = EPISODE")
	List<Memory> findEpisodes(UUID objective);

	/** The changes after an instant, oldest first. */
	@Query("select m.id, m.changedAt from Memory m where m.changedAt > :after order by m.changedAt")
	List<Object[]> changedAfter(Instant after, Limit limit);

	boolean existsByTenant(String tenant);

	/** Memories that changed after an instant, but for episodes of no context. */
	@Query("""
			select m.id from Memory m where m.changedAt > :after
			and (m.kind <> dev.babyagi.memory.MemoryKind.EPISODE or m.contextId is not null)""")
	List<UUID> recallableAfter(Instant after, Limit limit);

	/** The wishes of the user that hold in every context, newest first. */
	@Query("""
			select m from Memory m where m.tenant = :tenant and m.contextId is null and m.kind = PREFERENCE
			and m.trust in (VERIFIED, USER)
			and m.supersededBy is null and (m.expiresAt is null or m.expiresAt > :now) order by m.createdAt desc""")
	List<Memory> preferences(String tenant, Instant now, Limit limit);

	boolean existsByTenantAndContextId(String tenant, UUID context);

	/** The current statements of a context, newest first. */
	@Query("""
			select m from Memory m where m.tenant = :tenant and m.contextId = :context and m.factKey is not null
			and (m.expiresAt is null or m.expiresAt > :now) order by m.validFrom desc""")
	List<Memory> statements(String tenant, UUID context, Instant now, Limit limit);

	/**
	 * The subject and the attribute of the current statements of a context, newest first.
	 */
	@Query("""
			select m.subject, m.attribute from Memory m where m.tenant = :tenant and m.contextId = :context
			and m.factKey is not null and (m.expiresAt is null or m.expiresAt > :now) order by m.validFrom desc""")
	List<Object[]> attributes(String tenant, UUID context, Instant now, Limit limit);

	/** The same of what belongs to no context. */
	@Query("""
			select m.subject, m.attribute from Memory m where m.tenant = :tenant and m.contextId is null
			and m.factKey is not null and (m.expiresAt is null or m.expiresAt > :now) order by m.validFrom desc""")
	List<Object[]> attributesOfNoContext(String tenant, Instant now, Limit limit);

}
