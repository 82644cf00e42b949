package dev.babyagi.web;

import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * The answer to a request that creates something.
 *
 * @param status 201, or 202 if the work goes on after the answer
 * @param location the path of what was created
 * @param body a view of it with fields that never change, so that a repeated request gets
 * the same answer
 * @param replayed whether an earlier request with the same idempotency key created it
 */
public record Created<T>(HttpStatus status, URI location, T body, boolean replayed) {

	/** The header that marks the answer to a repeated request. */
	static final String REPLAYED = "Idempotent-Replayed";

	public static <T> Created<T> created(URI location, T body) {
		return new Created<>(HttpStatus.CREATED, location, body, false);
	}

	public static <T> Created<T> accepted(URI location, T body) {
		return new Created<>(HttpStatus.ACCEPTED, location, body, false);
	}

	/**
	 * Returns the response with {@code Location} and, for a repeated request, the header
	 * {@link #REPLAYED}.
	 */
	public ResponseEntity<T> response() {
		ResponseEntity.BodyBuilder response = ResponseEntity.status(this.status).location(this.location);
		if (this.replayed) {
			response.header(REPLAYED, "true");
		}
		return response.body(this.body);
	}

}
