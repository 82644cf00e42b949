package dev.babyagi.web;

import java.util.Arrays;
import java.util.HexFormat;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the strong entity tag of a response from what is in it. So the tag changes
 * whenever the response does, and also if a later version of the service shows the same
 * thing in another form.
 */
@Component
public class ContentTag {

	/** The first half of a SHA-256 digest, in bytes. */
	private static final int LENGTH = 16;

	private final JsonMapper json;

	ContentTag(JsonMapper json) {
		this.json = json;
	}

	/** Returns the tag of a response body, in quotes. */
	public String of(Object body) {
		byte[] digest = Sha256Digest.of(this.json.writeValueAsBytes(body));
		return "\"" + HexFormat.of().formatHex(Arrays.copyOf(digest, LENGTH)) + "\"";
	}

}
