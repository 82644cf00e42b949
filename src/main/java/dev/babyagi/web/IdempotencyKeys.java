package dev.babyagi.web;

import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Makes creating requests safe to repeat: with an {@code Idempotency-Key}, what a request
 * creates is created once, and every repetition within a day is answered as the first
 * was. Key, body and answer are written in the same commit as what is created, so neither
 * exists without the other, and a request that failed may be repeated with its key.
 */
public interface IdempotencyKeys {

	/** The header that carries the key: 1 to 255 printable ASCII characters. */
	String HEADER = "Idempotency-Key";

	/**
	 * Creates something in a transaction, or answers as before.
	 * @param request the request, whose body has been read
	 * @param bodyType the type of the answer's body, so that it can be read back
	 * @param creation creates it, within the transaction, and says what to answer; not
	 * called for a repetition
	 * @return what was created, now or by the first request with this key
	 * @throws Problem if the key is malformed, was used with another body, or its first
	 * request is still under way
	 */
	<T> Created<T> once(HttpServletRequest request, Class<T> bodyType, Supplier<Created<T>> creation);

}
