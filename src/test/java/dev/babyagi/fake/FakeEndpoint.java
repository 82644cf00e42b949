package dev.babyagi.fake;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fake OpenAI-compatible endpoint on loopback, which streams if it is asked to. A call
 * costs it one parked virtual thread, so that thousands may be open at once.
 *
 * <pre class="code">
 * try (FakeEndpoint endpoint = FakeEndpoint.start(Script.always(FakeResponse.text("42")))) {
 *     ... OPENAI_BASE_URL=endpoint.baseUrl()
 *     assertThat(endpoint.ledger().size()).isEqualTo(1);
 * }
 * </pre>
 */
public final class FakeEndpoint implements AutoCloseable {

	private static final int BACKLOG = 16384;

	private final int port;

	private final CallLedger ledger = new CallLedger();

	private final AtomicInteger calls = new AtomicInteger();

	private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

	private volatile ServerSocket server;

	private volatile Thread listener;

	private volatile ResponseScript script;

	private volatile Duration latency = Duration.ZERO;

	private volatile Duration pace = Duration.ZERO;

	private FakeEndpoint(int port, ResponseScript script) throws IOException {
		this.script = script;
		this.server = listen(port);
		this.port = this.server.getLocalPort();
		this.listener = serve();
	}

	private static ServerSocket listen(int port) throws IOException {
		return new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
	}

	/**
	 * Starts on a free port.
	 */
	public static FakeEndpoint start(ResponseScript script) {
		return start(0, script);
	}

	/**
	 * Starts on a port.
	 */
	public static FakeEndpoint start(int port, ResponseScript script) {
		try {
			return new FakeEndpoint(port, script);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Thread serve() {
		return Thread.ofPlatform().daemon().name("fake-endpoint").start(() -> accept(this.server));
	}

	/**
	 * The address to give as {@code OPENAI_BASE_URL}.
	 */
	public String baseUrl() {
		return "http://127.0.0.1:" + port() + "/v1";
	}

	public int port() {
		return this.port;
	}

	/**
	 * Answers by another script from now on.
	 */
	public void answer(ResponseScript script) {
		this.script = script;
	}

	/**
	 * A time before the first byte of every answer, besides its own.
	 */
	public void latency(Duration latency) {
		this.latency = latency;
	}

	/**
	 * A time before each event of a stream.
	 */
	public void pace(Duration pace) {
		this.pace = pace;
	}

	public CallLedger ledger() {
		return this.ledger;
	}

	@Override
	public void close() {
		down();
	}

	/**
	 * Listens again, on the same port.
	 */
	public void up() {
		try {
			this.server = listen(this.port);
			this.listener = serve();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Stops listening and closes every connection.
	 */
	public void down() {
		try {
			this.server.close();
			// Until it has noticed, the listener may still accept a connection.
			this.listener.join();
			for (Socket connection : this.connections) {
				connection.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void accept(ServerSocket server) {
		try {
			while (true) {
				Socket socket = server.accept();
				this.connections.add(socket);
				Thread.startVirtualThread(() -> serve(socket));
			}
		}
		catch (IOException ex) {
			if (!server.isClosed()) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	private void serve(Socket socket) {
		try (socket) {
			socket.setTcpNoDelay(true);
			BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
			while (exchange(socket, in)) {
				socket.setSoTimeout(0);
			}
		}
		catch (IOException ex) {
			// The client has gone.
		}
		finally {
			this.connections.remove(socket);
		}
	}

	private boolean exchange(Socket socket, BufferedInputStream in) throws IOException {
		FakeRequest request = HttpRequestReader.read(in, this.calls);
		if (!request.path().endsWith("/chat/completions")) {
			FakeResponse none = FakeResponse.error(404, "not_found", "No such path");
			return new ResponseWriter(socket, in, this.pace).write(none, () -> {
			});
		}
		CallLedger.Call call = this.ledger.begin(request);
		FakeResponse response = EventScript.of(request, this.script.answer(request));
		return deliver(response, call, new ResponseWriter(socket, in, this.pace));
	}

	private boolean deliver(FakeResponse response, CallLedger.Call call, ResponseWriter writer) throws IOException {
		int status = 0;
		boolean clientLeft = true;
		try {
			writer.pause(response.latency().plus(this.latency));
			boolean open = writer.write(response, () -> this.ledger.answering(call, response.status()));
			clientLeft = false;
			status = writer.isAnswered() ? response.status() : 0;
			return open;
		}
		catch (EOFException ex) {
			return false;
		}
		finally {
			this.ledger.end(call, status, clientLeft);
		}
	}

}
