package dev.babyagi.language.openai.wire;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import com.openai.core.http.Headers;
import com.openai.core.http.HttpResponse;

/**
 * A response of status 200 that holds a completion in its regular form.
 *
 * @param content the body
 */
record RegularResponse(String content) implements HttpResponse {

	@Override
	public int statusCode() {
		return 200;
	}

	@Override
	public Headers headers() {
		return Headers.builder().build();
	}

	@Override
	public InputStream body() {
		return new ByteArrayInputStream(this.content.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public void close() {
		// There is nothing to close: the body was read before.
	}

}
