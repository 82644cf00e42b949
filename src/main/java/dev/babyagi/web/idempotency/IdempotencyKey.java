package dev.babyagi.web.idempotency;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import dev.babyagi.web.IdempotencyKeys;
import dev.babyagi.web.Problem;
import dev.babyagi.web.Sha256Digest;
import dev.babyagi.web.json.CanonicalBody;

/**
 * The key with which a client marks repetitions of one request.
 *
 * @param scope a digest of caller, route and key
 * @param tenant the tenant of the request
 * @param bodyHash a digest of the canonical form of the body
 */
record IdempotencyKey(String scope, String tenant, String bodyHash) {

	private static final int LONGEST = 255;

	/**
	 * Reads the key of a request, if it has one.
	 * @param tenant the tenant of the request
	 * @throws Problem if it is not 1 to 255 printable characters
	 */
	static Optional<IdempotencyKey> of(HttpServletRequest request, String tenant) {
		List<String> keys = Collections.list(request.getHeaders(IdempotencyKeys.HEADER));
		if (keys.isEmpty()) {
			return Optional.empty();
		}
		if (keys.size() > 1 || !isWellFormed(keys.getFirst())) {
			throw Problem.invalid(IdempotencyKeys.HEADER, "must be one key of 1 to 255 printable ASCII characters");
		}
		String caller = Optional.ofNullable(request.getRemoteUser()).orElse("");
		String route = request.getMethod() + " " + request.getRequestURI();
		String scope = Sha256Digest.of(String.join("\n", tenant, caller, route, keys.getFirst()));
		return Optional.of(new IdempotencyKey(scope, tenant, CanonicalBody.hashOf(request)));
	}

	private static boolean isWellFormed(String key) {
		return !key.isEmpty() && key.length() <= LONGEST
				&& key.chars().allMatch((character) -> character >= ' ' && character <= '~');
	}

}
