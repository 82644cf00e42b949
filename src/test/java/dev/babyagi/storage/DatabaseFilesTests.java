package dev.babyagi.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is between H2 and its file.
 */
@Timeout(30)
@SuppressWarnings("UnsynchronizedOverridesSynchronized")
class DatabaseFilesTests {

	@TempDir
	private Path directory;

	private Path place;

	private FileChannel file;

	@BeforeEach
	void setUp() throws IOException {
		BlockedWrites.begin();
		this.place = this.directory.resolve("file");
		this.file = FileChannel.open(this.place, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
	}

	@AfterEach
	void tearDown() throws IOException {
		BlockedWrites.begin();
		this.file.close();
	}

	@Test
	void aWriteIsDoneWhenThereIsRoomAgain() throws IOException {
		ByteBuffer source = ByteBuffer.wrap("?commit".getBytes(StandardCharsets.UTF_8)).position(1);
		assertThat(new PatientFile(full(2)).write(source, 0)).isEqualTo(6);
		assertThat(Files.readString(this.place)).isEqualTo("commit");
		assertThat(source.hasRemaining()).isFalse();
		assertThat(BlockedWrites.reason()).isEmpty();
	}

	@Test
	void anInterruptFailsNoWriteAndIsKept() throws IOException {
		Thread.currentThread().interrupt();
		// Not this channel: it closes itself under an interrupted thread, where H2's
		// async one does not.
		int written = new PatientFile(new WrappedFile(this.file) {

			private int tries;

			@Override
			public int write(ByteBuffer source, long position) throws IOException {
				if (this.tries++ < 2) {
					throw new IOException("No space left on device");
				}
				return source.remaining();
			}

		}).write(bytes(), 0);
		assertThat(Thread.interrupted()).isTrue();
		assertThat(written).isEqualTo(6);
	}

	@Test
	void nobodyWaitsOnceTheServiceStops() {
		BlockedWrites.end();
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> new PatientFile(full(1)).write(bytes(), 0))
			.withMessage("No space left on device");
		assertThat(BlockedWrites.reason()).contains("No space left on device");
	}

	@Test
	void aWriteReturnsAfterItsFlush() throws IOException {
		List<String> calls = new ArrayList<>();
		FileChannel recorded = new WrappedFile(this.file) {

			@Override
			public int write(ByteBuffer source, long position) throws IOException {
				calls.add("write");
				return super.write(source, position);
			}

			@Override
			public void force(boolean metaData) throws IOException {
				calls.add("force");
				super.force(metaData);
			}

		};
		new FlushedFile(recorded).write(bytes(), 0);
		assertThat(calls).containsExactly("write", "force");
		assertThat(Files.readString(this.place)).isEqualTo("commit");
	}

	@Test
	void nothingBeginsToBeWrittenOnADiskThatIsNearlyFull() {
		DiskWatch watch = watch(DataSize.ofTerabytes(1_000_000));
		assertThatExceptionOfType(CannotCreateTransactionException.class)
			.isThrownBy(() -> watch.beforeBegin(new SimpleTransactionStatus()))
			.withMessageContaining("No room");
		assertThatCode(() -> watch.beforeBegin(new ReadOnly())).doesNotThrowAnyException();
		assertThat(watch.health().getStatus()).isEqualTo(Status.DOWN);
	}

	@Test
	void aDiskWithRoomIsWrittenTo() {
		DiskWatch watch = watch(DataSize.ofBytes(1));
		assertThatCode(() -> watch.beforeBegin(new SimpleTransactionStatus())).doesNotThrowAnyException();
		assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
	}

	private DiskWatch watch(DataSize reserve) {
		DatabaseFile database = new DatabaseFile();
		database.setEnvironment(new MockEnvironment().withProperty("spring.datasource.url",
				"jdbc:h2:patient:async:" + this.directory.resolve("babyagi") + ";WRITE_DELAY=0"));
		return new DiskWatch(database, reserve);
	}

	/** A file that cannot be written so many times. */
	private FileChannel full(int times) {
		return new WrappedFile(this.file) {

			private int tries;

			@Override
			public int write(ByteBuffer source, long position) throws IOException {
				if (this.tries++ < times) {
					source.position(source.limit());
					throw new IOException("No space left on device");
				}
				return super.write(source, position);
			}

		};
	}

	private static ByteBuffer bytes() {
		return ByteBuffer.wrap("commit".getBytes(StandardCharsets.UTF_8));
	}

	private static final class ReadOnly extends SimpleTransactionStatus {

		@Override
		public boolean isReadOnly() {
			return true;
		}

	}

}
