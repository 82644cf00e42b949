package dev.babyagi.fake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads one request of HTTP/1.1 with a {@code Content-Length}.
 */
final class HttpRequestReader {

	private HttpRequestReader() {
	}

	static FakeRequest read(InputStream in, AtomicInteger calls) throws IOException {
		String[] start = line(in).split(" ", 3);
		Map<String, String> headers = new HashMap<>();
		String line = line(in);
		while (!line.isEmpty()) {
			int colon = line.indexOf(':');
			headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
			line = line(in);
		}
		int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
		byte[] body = in.readNBytes(length);
		if (body.length < length) {
			throw new EOFException();
		}
		int number = start[1].endsWith("/chat/completions") ? calls.incrementAndGet() : 0;
		return new FakeRequest(number, start[1], headers, new String(body, StandardCharsets.UTF_8));
	}

	private static String line(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		int next = in.read();
		while (next != '\n') {
			if (next < 0) {
				throw new EOFException();
			}
			if (next != '\r') {
				line.append((char) next);
			}
			next = in.read();
		}
		return line.toString();
	}

}
