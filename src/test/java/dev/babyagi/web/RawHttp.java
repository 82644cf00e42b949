package dev.babyagi.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/**
 * Speaks to the service byte by byte, as no HTTP client would.
 *
 * @param port the service's port
 */
public record RawHttp(int port) {

	/** Sends a text as it is and reads until the service closes. */
	public String exchange(String request) {
		return exchange((out) -> out.write(request.getBytes(StandardCharsets.ISO_8859_1)));
	}

	/**
	 * Writes and reads at the same time, since the service may answer before the request
	 * ends.
	 */
	public String exchange(Writing writing) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(30_000);
			Thread.startVirtualThread(() -> write(socket, writing));
			return read(socket.getInputStream());
		}
		catch (IOException ex) {
			throw new AssertionError("No answer", ex);
		}
	}

	private static void write(Socket socket, Writing writing) {
		try {
			OutputStream out = socket.getOutputStream();
			writing.to(out);
			out.flush();
			socket.shutdownOutput();
		}
		catch (IOException ex) {
			// The service has closed; what it said is read by the other thread.
		}
	}

	private static String read(InputStream in) throws IOException {
		ByteArrayOutputStream answer = new ByteArrayOutputStream();
		try {
			in.transferTo(answer);
		}
		catch (SocketException ex) {
			// Closed with bytes of ours unread; what was said before counts.
		}
		return answer.toString(StandardCharsets.UTF_8);
	}

	/**
	 * Writes a request.
	 */
	@FunctionalInterface
	interface Writing {

		void to(OutputStream out) throws IOException;

	}

}
