package dev.babyagi.journal.live;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What waits for a client, and how a stream ends.
 */
@Timeout(60)
class StreamQueueTests {

	private static final byte[] FRAME = "x".repeat(1024).getBytes(StandardCharsets.UTF_8);

	private final ListeningClient client = new ListeningClient();

	private final AtomicInteger slow = new AtomicInteger();

	private final AtomicInteger gone = new AtomicInteger();

	private EventStream stream = stream();

	private EventStream stream() {
		return new EventStream(this.client, this.slow::incrementAndGet, (gone) -> this.gone.incrementAndGet());
	}

	@BeforeEach
	void create() {
		this.stream = stream();
	}

	private static List<byte[]> frames(int number) {
		return Collections.nCopies(number, FRAME);
	}

	private void occupy() throws InterruptedException {
		this.client.pause();
		this.stream.offer(frames(1));
		this.client.awaitWrite();
	}

	@Test
	void closesAStreamWhoseClientDoesNotRead() throws InterruptedException {
		occupy();
		this.stream.offer(frames(40));
		this.stream.offer(frames(24));
		assertThat(this.slow).hasValue(0);
		this.stream.offer(frames(40));
		assertThat(this.slow).hasValue(1);
		assertThat(this.stream.isClosed()).as("while a write is under way").isFalse();
		this.client.read();
		await().until(this.client::isClosed);
		assertThat(this.client.text()).hasSizeLessThanOrEqualTo(66 * 1024);
		assertThat(this.gone).hasValue(1);
	}

	@Test
	void countsAStreamWhoseClientReadsNothingOnce() throws InterruptedException {
		occupy();
		this.stream.offer(frames(60));
		this.stream.offer(frames(60));
		this.client.timeOut();
		await().until(this.client::isClosed);
		assertThat(this.slow).hasValue(1);
	}

	/** The client could not have read any of it before. */
	@Test
	void takesOneReadThatIsLargerThanTheQueue() {
		this.stream.offer(frames(200));
		await().until(() -> this.client.text().length() == 200 * 1024);
		assertThat(this.slow).hasValue(0);
		this.stream.end();
		await().until(this.client::isClosed);
	}

	@Test
	void sendsWhatWaitsBeforeItEnds() throws InterruptedException {
		occupy();
		this.stream.offer(frames(10));
		this.stream.end();
		this.stream.offer(frames(5));
		assertThat(this.client.isClosed()).isFalse();
		this.client.read();
		await().until(this.client::isClosed);
		assertThat(this.client.text()).hasSize(11 * 1024);
	}

	@Test
	void breaksOffAReplayWhenItIsClosed() {
		this.client.pause();
		this.stream.open((stream) -> {
			for (int number = 0; number < 1_000_000; number++) {
				stream.send(FRAME);
			}
		});
		this.stream.close();
		this.client.read();
		await().until(this.client::isClosed);
		assertThat(this.client.text()).hasSizeLessThanOrEqualTo(1024);
		assertThat(this.slow).hasValue(0);
	}

	@Test
	void closesAStreamWhoseReplayFails() {
		this.stream.open((stream) -> {
			throw new StackOverflowError();
		});
		await().until(this.client::isClosed);
		assertThat(this.gone).hasValue(1);
	}

}
