package dev.babyagi.web.idempotency;

import java.time.Instant;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/**
 * The stored requests that have an idempotency key.
 */
interface RememberedRequests extends JpaRepository<RememberedRequest, String> {

	Optional<RememberedRequest> findByIdAndExpiresAtAfter(String id, Instant now);

	@Modifying
	@Query("delete from RememberedRequest request where request.expiresAt <= :now")
	void forgetExpired(Instant now);

	@Modifying
	@Query("delete from RememberedRequest request where request.id = :id and request.expiresAt <= :now")
	void forgetExpired(String id, Instant now);

}
