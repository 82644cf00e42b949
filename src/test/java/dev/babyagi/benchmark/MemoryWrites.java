package dev.babyagi.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

import dev.babyagi.fake.FakeEndpoint;
import dev.babyagi.journey.ServiceClient;
import dev.babyagi.memory.embedding.HashedWords;

/**
 * What remembering costs over HTTP, on an H2 file: one memory beside few and beside many,
 * batches, disk, and a rebuild of the index. {@code vectors} gives each memory 384
 * numbers without a model's time.
 *
 * <pre class="code">
 * java -cp ... dev.babyagi.benchmark.MemoryWrites words|vectors [memories]
 * </pre>
 */
public final class MemoryWrites {

	private static final int BATCH = 1000;

	private static final int ADDS = 300;

	private final ServiceClient service;

	private final Path folder;

	private final Random random = new Random(7);

	private int written;

	private MemoryWrites(ServiceClient service, Path folder) {
		this.service = service;
		this.folder = folder;
	}

	public static void main(String[] args) throws IOException {
		boolean vectors = args.length > 0 && args[0].equals("vectors");
		int memories = (args.length > 1) ? Integer.parseInt(args[1]) : 100_000;
		Path folder = Files.createTempDirectory("babyagi-memory");
		try (FakeEndpoint endpoint = FakeEndpoint.start(new ReadingModel(0));
				ConfigurableApplicationContext context = vectors ? MemoryBed.start(endpoint, folder, HashedWords.class)
						: MemoryBed.start(endpoint, folder, "--babyagi.memory.embedding.model=none")) {
			int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
			MemoryWrites writes = new MemoryWrites(new ServiceClient("http://127.0.0.1:" + port), folder);
			writes.write(100);
			writes.add();
			writes.write(10_000);
			writes.add();
			writes.write(memories);
			writes.awaitIndex();
			writes.rebuild();
		}
		System.exit(0);
	}

	private void write(int to) {
		long start = System.nanoTime();
		int from = this.written;
		while (this.written < to) {
			int batch = Math.min(BATCH, to - this.written);
			String items = IntStream.range(0, batch)
				.mapToObj((_) -> "{\"text\":\"%s\"}".formatted(text()))
				.collect(Collectors.joining(","));
			this.service.post("/v1/memories/batch", "{\"items\":[" + items + "]}");
		}
		System.out.printf(Locale.ROOT, "%d memories: batches of %d, %.0f a second%n", to, Math.min(BATCH, to - from),
				(to - from) * 1e9 / (System.nanoTime() - start));
	}

	private void add() {
		double[] times = new double[ADDS];
		for (int add = 0; add < ADDS; add++) {
			String body = "{\"text\":\"%s\"}".formatted(text());
			long start = System.nanoTime();
			this.service.post("/v1/memories", body);
			times[add] = (System.nanoTime() - start) / 1e6;
		}
		Arrays.sort(times);
		System.out.printf(Locale.ROOT, "  one more: p50 %.2f ms, p95 %.2f ms%n", times[ADDS / 2],
				times[ADDS * 95 / 100]);
	}

	private String text() {
		this.written++;
		return IntStream.range(0, 12 + this.random.nextInt(20))
			.mapToObj((_) -> "w" + Integer.toString(((int) Math.exp(this.random.nextDouble() * 10)) * 7919, 26))
			.collect(Collectors.joining(" ", "Memory " + this.written + ": ", "."));
	}

	private void awaitIndex() {
		long start = System.nanoTime();
		long indexed = await("documents", start);
		boolean vectors = !this.service.get("/v1/memories/index").path("model").asString("").isEmpty();
		System.out.printf(Locale.ROOT, "index after %d ms more%s; rows %d MB, index %d MB%n", indexed,
				vectors ? ", vectors after %d ms more".formatted(await("withVectors", start)) : "",
				megabytes(this.folder, false), megabytes(this.folder.resolve("index"), true));
	}

	private long await(String field, long start) {
		while (this.service.get("/v1/memories/index").path(field).asInt() < this.written) {
			LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
		}
		return (System.nanoTime() - start) / 1_000_000;
	}

	private void rebuild() throws IOException {
		FileSystemUtils.deleteRecursively(this.folder.resolve("index"));
		long start = System.nanoTime();
		while (this.service.get("/v1/memories/index").path("documents").asInt() >= this.written) {
			LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
		}
		long noticed = (System.nanoTime() - start) / 1_000_000;
		System.out.printf(Locale.ROOT, "index deleted: noticed after %d ms, whole again after %d ms%n", noticed,
				await("documents", start));
	}

	private static long megabytes(Path folder, boolean all) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> all || file.toString().endsWith(".db"))
				.mapToLong((file) -> file.toFile().length())
				.sum() >> 20;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
