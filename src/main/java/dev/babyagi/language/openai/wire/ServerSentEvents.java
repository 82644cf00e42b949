package dev.babyagi.language.openai.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads server-sent events: their data, of one or several lines. Comments and all other
 * fields are skipped. The last event needs no blank line after it.
 */
final class ServerSentEvents {

	private static final String DATA = "data:";

	/** Longer than the white space that precedes a body. */
	private static final int LOOK_AHEAD = 64;

	/**
	 * How many bytes of a stream carry one byte of the reply, at most: each token comes
	 * with a chunk of its own, with ids, models and the results of filters.
	 */
	private static final int BYTES_AROUND_A_BYTE = 16;

	private final BufferedSource source;

	private final int longestEvent;

	private long left;

	/**
	 * Creates a stream.
	 * @param source the body
	 * @param longest the longest event, in bytes; the whole stream may be longer
	 */
	ServerSentEvents(BufferedSource source, int longest) {
		this.source = source;
		this.longestEvent = longest;
		this.left = (long) longest * BYTES_AROUND_A_BYTE;
	}

	/**
	 * Returns whether a body is a stream: its type says so and it begins with no
	 * document, or it begins with an event.
	 */
	static boolean isIn(Response response, BufferedSource body) throws IOException {
		String begin = beginning(body);
		if (begin.startsWith("{") || begin.startsWith("[") || begin.startsWith("<")) {
			return false;
		}
		String type = Objects.requireNonNullElse(response.header("content-type"), "");
		return begin.startsWith(DATA) || type.startsWith("text/event-stream");
	}

	private static String beginning(BufferedSource body) throws IOException {
		BufferedSource ahead = body.peek();
		StringBuilder begin = new StringBuilder();
		for (int read = 0; read < LOOK_AHEAD && begin.length() < DATA.length() && !ahead.exhausted(); read++) {
			char next = (char) (ahead.readByte() & 0xff);
			if (!begin.isEmpty() || !Character.isWhitespace(next)) {
				begin.append(next);
			}
		}
		return begin.toString();
	}

	/** Breaks off when nothing, not even a comment, arrives for so long. */
	void limitSilence(Duration longest) {
		this.source.timeout().timeout(longest.toMillis(), TimeUnit.MILLISECONDS);
	}

	/**
	 * Returns the data of the next event, or nothing at the end of the stream.
	 * @throws WireException if the stream is too long
	 */
	@Nullable String next() throws IOException {
		List<String> data = new ArrayList<>();
		long size = 0;
		String line = line();
		while (line != null && !(line.isEmpty() && !data.isEmpty())) {
			if (line.startsWith(DATA)) {
				String value = line.substring(DATA.length());
				data.add(value.startsWith(" ") ? value.substring(1) : value);
				size += line.length();
				bounded(size <= this.longestEvent);
			}
			line = line();
		}
		return data.isEmpty() ? null : String.join("\n", data);
	}

	private @Nullable String line() throws IOException {
		if (Thread.currentThread().isInterrupted()) {
			throw new InterruptedIOException();
		}
		long end = this.source.indexOf((byte) '\n', 0, this.longestEvent + 1L);
		long size = (end < 0) ? this.source.getBuffer().size() : end + 1;
		this.left -= size;
		bounded(this.left >= 0 && size <= this.longestEvent);
		return this.source.readUtf8Line();
	}

	private void bounded(boolean within) {
		if (!within) {
			throw new WireException(EndpointFault.Useless.tooLong(this.longestEvent));
		}
	}

}
