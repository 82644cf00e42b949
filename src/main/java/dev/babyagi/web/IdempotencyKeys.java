package dev.babyagi.web;

import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Makes creating requests safe to repeat. With an {@code Idempotency-Key}, a request
 * creates its resource once, and each repetition within 24 hours gets the first answer.
 * Key, body and answer are committed together with the resource, so that none of them
 * exists without the others. A request that failed may be repeated with the same key.
 */
public interface IdempotencyKeys {

	/** The header that carries the key: 1 to 255 printable ASCII characters. */
	String HEADER = "Idempotency-Key";

	/**
	 * Creates something in a transaction, or returns the first answer.
	 * @param request the request, whose body has been read
	 * @param bodyType the type of the answer's body, so that it can be read back
	 * @param creation creates it within the transaction and returns the answer; not
	 * called for a repeated request
	 * @return what was created, now or by the first request with this key
	 * @throws Problem if the key is malformed, was used with another body, or its first
	 * request has not been answered yet
	 */
	<T> Created<T> once(HttpServletRequest request, Class<T> bodyType, Supplier<Created<T>> creation);

	/**
	 * Does the same in a transaction that is shared with no other request, for a creation
	 * that locks rows which are there already.
	 */
	<T> Created<T> onceAlone(HttpServletRequest request, Class<T> bodyType, Supplier<Created<T>> creation);

}
