package dev.babyagi.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.babyagi.journey.ServiceClient;

/**
 * The packaged service in a process of its own, to be killed, stopped, frozen and started
 * again.
 */
public final class Replica implements AutoCloseable {

	/** Far longer than a start takes on a loaded machine. */
	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final HttpClient client = HttpClient.newHttpClient();

	private final List<String> settings;

	private final Path directory;

	private final Path log;

	private final int port;

	private Process process;

	private Replica(Path directory, Path log, int port, List<String> options, List<String> settings) {
		this.directory = directory;
		this.log = log;
		this.port = port;
		this.settings = List.copyOf(settings);
		this.process = launch(options);
	}

	/**
	 * Launches one and does not wait for it.
	 * @param directory where it runs and logs
	 * @param name names its log
	 * @param options of the JVM, besides those of all
	 * @param settings of the service
	 */
	public static Replica launch(Path directory, String name, List<String> options, List<String> settings) {
		int port = Ports.next();
		List<String> all = new ArrayList<>(settings);
		all.add("--server.port=" + port);
		return new Replica(directory, directory.resolve(name + ".log"), port, options, all);
	}

	private Process launch(List<String> options) {
		List<String> command = PackagedJar.command(options);
		command.addAll(this.settings);
		try {
			return new ProcessBuilder(command).directory(this.directory.toFile())
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()))
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Where it is reached. */
	public String address() {
		return "http://127.0.0.1:" + this.port;
	}

	ServiceClient service() {
		return new ServiceClient(address());
	}

	/** Kills it as {@code kill -9} does: nothing in it runs any more. */
	void kill() {
		this.process.destroyForcibly().onExit().join();
	}

	/** Asks it to stop, as {@code SIGTERM} does. */
	void terminate() {
		this.process.destroy();
	}

	/** The id of its process. */
	public long pid() {
		return this.process.pid();
	}

	/** Waits until it has ended. */
	int awaitExit(Duration patience) {
		try {
			if (!this.process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new AssertionError("It did not end within %s:%n%s".formatted(patience, log()));
			}
			return this.process.exitValue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("Not waited for", ex);
		}
	}

	/** Stops every thread of it at once, until it is woken. */
	void freeze() {
		signal("STOP");
	}

	void wake() {
		signal("CONT");
	}

	private void signal(String signal) {
		run("kill", "-" + signal, Long.toString(this.process.pid()));
	}

	/**
	 * Lets no file of it grow beyond so many bytes, as a disk that is full would.
	 * @param bytes or {@code unlimited}
	 */
	void limitFiles(String bytes) {
		run("prlimit", "--pid", Long.toString(this.process.pid()), "--fsize=" + bytes + ":unlimited");
	}

	private static void run(String... command) {
		try {
			if (new ProcessBuilder(command).start().waitFor() != 0) {
				throw new AssertionError("It did not go: " + String.join(" ", command));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Starts it again, on the same port and without options of its own, and waits until
	 * it is ready.
	 */
	void restart() {
		this.process = launch(List.of());
		awaitReady();
	}

	public Replica awaitReady() {
		awaitReady(PATIENCE);
		return this;
	}

	void awaitReady(Duration patience) {
		long deadline = System.nanoTime() + patience.toNanos();
		while (!isReady()) {
			if (!this.process.isAlive() || System.nanoTime() > deadline) {
				throw new AssertionError("Not ready within %s:%n%s".formatted(patience, log()));
			}
			LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
		}
	}

	boolean isReady() {
		HttpRequest health = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/actuator/health/readiness"))
			.timeout(Duration.ofSeconds(10))
			.build();
		try {
			return this.client.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	/** What the system says of its memory. */
	String memory() {
		try (Stream<String> status = Files.lines(Path.of("/proc", Long.toString(this.process.pid()), "status"))) {
			return status.filter((line) -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
				.map((line) -> line.replaceAll("\\s+", " "))
				.collect(Collectors.joining(", "));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** CPU time it has taken so far. */
	long cpuMillis() {
		return this.process.info().totalCpuDuration().orElseThrow().toMillis();
	}

	String log() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		kill();
		this.client.close();
	}

}
