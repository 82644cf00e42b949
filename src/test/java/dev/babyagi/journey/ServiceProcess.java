package dev.babyagi.journey;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The service in a process of its own, to be killed and started again.
 */
final class ServiceProcess implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final List<String> command;

	private final Path log;

	private final int port;

	private Process process;

	private ServiceProcess(List<String> command, Path log, int port) throws IOException {
		this.command = command;
		this.log = log;
		this.port = port;
		this.process = launch();
	}

	static ServiceProcess start(Path directory, String... settings) {
		try {
			int port = freePort();
			List<String> command = new ArrayList<>(List.of(
					Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
					"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
					"dev.babyagi.BabyAgiApplication", "--server.port=" + port, "--babyagi.language.model=fake-1"));
			command.addAll(List.of(settings));
			ServiceProcess service = new ServiceProcess(command, directory.resolve("service.log"), port);
			service.awaitReady();
			return service;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private Process launch() throws IOException {
		return new ProcessBuilder(this.command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(new File(this.log.toString())))
			.start();
	}

	Service service() {
		return Service.on(this.port);
	}

	/** Kills it as {@code kill -9} does: nothing in it runs any more. */
	void kill() {
		this.process.destroyForcibly().onExit().join();
	}

	/** Asks it to stop, as {@code SIGTERM} does, and waits until it has. */
	void stop() {
		this.process.destroy();
		this.process.onExit().join();
	}

	void restart() {
		try {
			this.process = launch();
			awaitReady();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void awaitReady() throws IOException {
		HttpClient client = HttpClient.newHttpClient();
		HttpRequest health = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/actuator/health/readiness"))
			.build();
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!isUp(client, health)) {
			if (!this.process.isAlive() || System.nanoTime() > deadline) {
				throw new AssertionError("It did not come up:\n" + Files.readString(this.log));
			}
			LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
		}
	}

	private static boolean isUp(HttpClient client, HttpRequest health) {
		try {
			return client.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	@Override
	public void close() {
		kill();
	}

}
