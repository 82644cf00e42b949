package dev.babyagi.faults;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import dev.babyagi.journey.ServiceClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fear: a database file that is in use, damaged or gone is taken for a new one, and
 * everything accepted is silently away.
 */
class DatabaseFileIT {

	private static final Duration DEADLINE = Duration.ofSeconds(60);

	/** Far longer than it takes on a loaded machine. */
	private static final Duration REFUSED = Duration.ofMinutes(2);

	private static final int OBJECTIVES = 3;

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path directory;

	@Test
	void leavesTheFileToTheProcessThatHasIt() {
		try (TestBed site = TestBed.onH2(this.directory)) {
			Replica first = site.start();
			site.submit(first.service());
			Replica second = site.launch();
			assertThat(second.awaitExit(REFUSED)).isNotZero();
			assertThat(second.log()).contains("Another process has the H2 file", "spring.profiles.active=postgres")
				.doesNotContain("\tat ");
			site.check(first, DEADLINE);
		}
	}

	@Test
	void refusesAFileThatLosesWhatIsAcknowledged() {
		try (TestBed site = TestBed.onH2(this.directory)) {
			Replica replica = site.launch("--spring.datasource.url=jdbc:h2:async:" + this.directory.resolve("other"));
			assertThat(replica.awaitExit(REFUSED)).isNotZero();
			assertThat(replica.log()).contains("Add ;WRITE_DELAY=0 to the URL");
		}
	}

	/** Not even root can write below a regular file. */
	@Test
	void saysWhichFolderCannotBeWritten() throws IOException {
		Path folder = Files.createFile(this.directory.resolve("folder"));
		try (TestBed site = TestBed.onH2(this.directory)) {
			Replica replica = site
				.launch("--spring.datasource.url=jdbc:h2:patient:async:" + folder + "/babyagi;WRITE_DELAY=0");
			assertThat(replica.awaitExit(REFUSED)).isNotZero();
			assertThat(replica.log()).contains("cannot be written to " + folder, "SPRING_DATASOURCE_URL")
				.doesNotContain("\tat ");
		}
	}

	/**
	 * Cut short anywhere it starts with all there was, or as it was at some commit and
	 * says that it has lost some, or refuses to start and says what to do; it never
	 * begins anew. What is cut off at the end may be space that nothing is in.
	 */
	@Test
	@LongFormOnly
	void neverTakesADamagedFileForANewOne() throws IOException {
		try (TestBed site = TestBed.onH2(this.directory)) {
			Replica replica = site.start("--babyagi.storage.witness-interval=1s");
			for (int number = 0; number < OBJECTIVES; number++) {
				site.submit(replica.service());
			}
			site.oracle().check(replica, DEADLINE);
			awaitBeats();
			replica.kill();
			Path file = this.directory.resolve("babyagi.mv.db");
			byte[] whole = Files.readAllBytes(file);
			for (long length : lengths(whole.length)) {
				Files.write(file, whole);
				truncate(file, length);
				Replica damaged = site.launch();
				if (isRefused(damaged)) {
					assertThat(damaged.log()).as("at %d of %d", length, whole.length)
						.contains("Put a backup in its place");
				}
				else if (!damaged.log().contains("has lost acknowledged commits")) {
					assertThat(completed(damaged.service())).as("at %d of %d", length, whole.length)
						.isEqualTo(OBJECTIVES);
				}
				damaged.kill();
			}
			Files.delete(file);
			Replica anew = site.start();
			assertThat(objectives(anew.service())).isZero();
			anew.kill();
			Files.write(file, whole);
			replica.restart();
			site.check(replica, DEADLINE);
		}
	}

	private static long[] lengths(long whole) {
		return new long[] { 0, 8192, whole / 2, whole - 4096 };
	}

	/**
	 * The first beat from now on may have begun before; the second knows of all there is.
	 */
	private void awaitBeats() {
		Path witness = this.directory.resolve("babyagi.witness");
		long beats = beats(witness) + 2;
		long until = System.nanoTime() + DEADLINE.toNanos();
		while (beats(witness) < beats && System.nanoTime() < until) {
			LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
		}
		assertThat(beats(witness)).isGreaterThanOrEqualTo(beats);
	}

	private static long beats(Path witness) {
		try {
			return Long.parseLong(Files.readString(witness).strip());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void truncate(Path file, long length) {
		try (RandomAccessFile random = new RandomAccessFile(file.toFile(), "rw")) {
			random.setLength(length);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean isRefused(Replica replica) {
		try {
			replica.awaitReady();
			return false;
		}
		catch (AssertionError ex) {
			return !replica.isAlive();
		}
	}

	private static long completed(ServiceClient service) {
		return service.get("/v1/objectives")
			.path("items")
			.valueStream()
			.filter((objective) -> objective.path("state").asString().equals("completed"))
			.count();
	}

	private static int objectives(ServiceClient service) {
		return service.get("/v1/objectives").path("items").size();
	}

}
