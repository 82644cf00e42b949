package dev.babyagi.language.openai.wire;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import com.openai.core.RequestOptions;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpResponse;
import okhttp3.Headers;
import tools.jackson.databind.JsonNode;

/**
 * Answers without a network. The first call goes to it, so that the classes of the client
 * are loaded before they are needed.
 */
public final class WarmUpHttpClient implements HttpClient {

	private static final byte[] ANSWER = """
			{"id": "none", "model": "none", "choices": [{"index": 0, "finish_reason": "stop",
			"message": {"role": "assistant", "content": "Hello."}}],
			"usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}}"""
		.getBytes(StandardCharsets.UTF_8);

	@Override
	public HttpResponse execute(HttpRequest request, RequestOptions options) {
		Objects.requireNonNull(request.body()).writeTo(OutputStream.nullOutputStream());
		JsonNode document = CompletionBody.document(ANSWER, Headers.of());
		return new RegularResponse(CompletionBody.regular(document, Headers.of(), Instant.EPOCH));
	}

	@Override
	public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
		return CompletableFuture.completedFuture(execute(request, options));
	}

	@Override
	public void close() {
		// There is nothing to close.
	}

}
