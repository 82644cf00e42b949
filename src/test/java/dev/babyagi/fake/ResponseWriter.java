package dev.babyagi.fake;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Puts one answer on the wire, and notices a client that leaves meanwhile.
 */
final class ResponseWriter {

	private static final Duration DROP = Duration.ofMillis(20);

	private static final Duration FOR_EVER = Duration.ofDays(1);

	private static final int ENDLESS_BYTES = 300 * 1024 * 1024;

	private static final Pattern EVENT_END = Pattern.compile("(?<=\n\n)");

	private final Socket socket;

	private final BufferedInputStream in;

	private final Duration pace;

	private boolean answered;

	ResponseWriter(Socket socket, BufferedInputStream in, Duration pace) {
		this.socket = socket;
		this.in = in;
		this.pace = pace;
	}

	/** Whether a whole answer went out. */
	boolean isAnswered() {
		return this.answered;
	}

	/**
	 * Waits.
	 * @throws EOFException if the client leaves before the time is over
	 */
	void pause(Duration time) throws IOException {
		if (time.isZero()) {
			return;
		}
		this.socket.setSoTimeout(Math.toIntExact(Math.max(1, time.toMillis())));
		this.in.mark(1);
		try {
			if (this.in.read() < 0) {
				throw new EOFException();
			}
			this.in.reset();
		}
		catch (SocketTimeoutException ex) {
			// The time is over and the client is still there.
		}
		catch (EOFException ex) {
			throw ex;
		}
		catch (IOException ex) {
			throw new EOFException();
		}
	}

	/**
	 * Writes an answer.
	 * @param response the answer
	 * @param answering is told when the last byte is about to go out
	 * @return whether the connection stays open
	 */
	boolean write(FakeResponse response, Runnable answering) throws IOException {
		return switch (response.delivery()) {
			case WHOLE, DOCUMENT -> whole(response, answering);
			case STREAMED -> stream(response, answering);
			case STALLING -> stall(response);
			case TRUNCATED -> send(response, bytes(response).length, half(bytes(response)));
			case DRIPPING -> drip(response);
			case HANGING -> hang();
			case RESET -> reset();
			case CLOSED -> false;
			case ENDLESS -> endless(response);
		};
	}

	private boolean whole(FakeResponse response, Runnable answering) throws IOException {
		answering.run();
		send(response, bytes(response).length, bytes(response));
		this.answered = true;
		return true;
	}

	private boolean send(FakeResponse response, int announced, byte[] body) throws IOException {
		byte[] head = head(response, "Content-Length: " + announced).getBytes(StandardCharsets.ISO_8859_1);
		byte[] message = Arrays.copyOf(head, head.length + body.length);
		System.arraycopy(body, 0, message, head.length, body.length);
		this.socket.getOutputStream().write(message);
		return false;
	}

	private boolean drip(FakeResponse response) throws IOException {
		send(response, bytes(response).length, new byte[0]);
		for (byte drop : bytes(response)) {
			pause(DROP);
			this.socket.getOutputStream().write(drop);
		}
		this.answered = true;
		return true;
	}

	private boolean stream(FakeResponse response, Runnable answering) throws IOException {
		events(response, answering);
		this.socket.getOutputStream().write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
		this.answered = true;
		return true;
	}

	/** Writes each event as a chunk of HTTP. */
	private void events(FakeResponse response, Runnable beforeTheLast) throws IOException {
		OutputStream out = this.socket.getOutputStream();
		out.write(head(response, "Transfer-Encoding: chunked").getBytes(StandardCharsets.ISO_8859_1));
		List<String> events = EVENT_END.splitAsStream(response.body()).toList();
		for (int at = 0; at < events.size(); at++) {
			pause(this.pace);
			if (at == events.size() - 1) {
				beforeTheLast.run();
			}
			byte[] bytes = events.get(at).getBytes(StandardCharsets.UTF_8);
			out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
			out.write(bytes);
			out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
		}
	}

	private boolean stall(FakeResponse response) throws IOException {
		events(response, () -> {
		});
		return hang();
	}

	private boolean hang() throws IOException {
		pause(FOR_EVER);
		return false;
	}

	private boolean reset() throws IOException {
		this.socket.setSoLinger(true, 0);
		this.socket.close();
		return false;
	}

	private boolean endless(FakeResponse response) throws IOException {
		OutputStream out = this.socket.getOutputStream();
		out.write(head(response, "Transfer-Encoding: chunked").getBytes(StandardCharsets.ISO_8859_1));
		String chunk = Integer.toHexString(response.body().length()) + "\r\n" + response.body() + "\r\n";
		try {
			for (int sent = 0; sent < ENDLESS_BYTES; sent += chunk.length()) {
				out.write(chunk.getBytes(StandardCharsets.ISO_8859_1));
			}
		}
		catch (IOException ex) {
			throw new EOFException();
		}
		return false;
	}

	private static byte[] bytes(FakeResponse response) {
		return response.body().getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] half(byte[] body) {
		return Arrays.copyOf(body, body.length / 2);
	}

	private static String head(FakeResponse response, String length) {
		StringBuilder head = new StringBuilder("HTTP/1.1 ").append(response.status()).append(" Fake\r\n");
		response.headers().forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
		return head.append(length).append("\r\n\r\n").toString();
	}

}
