package dev.babyagi.web.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemType;

/**
 * Checks the bodies of our controllers with the {@link JsonGate}.
 */
@ControllerAdvice(basePackages = "dev.babyagi")
class JsonGateAdvice extends RequestBodyAdviceAdapter {

	private final HttpServletRequest request;

	JsonGateAdvice(HttpServletRequest request) {
		this.request = request;
	}

	@Override
	public boolean supports(MethodParameter parameter, Type type,
			Class<? extends HttpMessageConverter<?>> converterType) {
		return JacksonJsonHttpMessageConverter.class.isAssignableFrom(converterType);
	}

	@Override
	public HttpInputMessage beforeBodyRead(HttpInputMessage message, MethodParameter parameter, Type type,
			Class<? extends HttpMessageConverter<?>> converterType) {
		HttpHeaders headers = message.getHeaders();
		requireUtf8(headers.getContentType());
		byte[] body = read(message);
		CanonicalBody.keep(this.request, JsonGate.pass(body));
		return new Passed(headers, new ByteArrayInputStream(body));
	}

	private static byte[] read(HttpInputMessage message) {
		try {
			return message.getBody().readAllBytes();
		}
		catch (IOException ex) {
			throw Problem.of(ProblemType.INVALID_REQUEST, "The body ended early, or its chunks are malformed", ex);
		}
	}

	private static void requireUtf8(@Nullable MediaType contentType) {
		Charset charset = (contentType != null) ? contentType.getCharset() : null;
		if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
			throw Problem.of(ProblemType.UNSUPPORTED_MEDIA, "JSON must be sent in UTF-8 and no other character set");
		}
	}

	private record Passed(HttpHeaders headers, InputStream body) implements HttpInputMessage {

		@Override
		public InputStream getBody() {
			return this.body;
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.headers;
		}

	}

}
