package dev.babyagi.web;

import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * What a creating request is answered.
 *
 * @param status 201, or 202 for what takes its time
 * @param location the path of what was created
 * @param body what is shown of it, made of fields that never change, so that a repetition
 * of the request can be answered the same
 * @param replayed whether an earlier request with the same idempotency key made it
 */
public record Created<T>(HttpStatus status, URI location, T body, boolean replayed) {

	/** The header that tells a repetition from the first answer. */
	static final String REPLAYED = "Idempotent-Replayed";

	public static <T> Created<T> created(URI location, T body) {
		return new Created<>(HttpStatus.CREATED, location, body, false);
	}

	public static <T> Created<T> accepted(URI location, T body) {
		return new Created<>(HttpStatus.ACCEPTED, location, body, false);
	}

	/** The answer, with {@code Location} and the mark of a repetition. */
	public ResponseEntity<T> response() {
		ResponseEntity.BodyBuilder response = ResponseEntity.status(this.status).location(this.location);
		if (this.replayed) {
			response.header(REPLAYED, "true");
		}
		return response.body(this.body);
	}

}
