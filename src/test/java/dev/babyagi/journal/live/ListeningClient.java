package dev.babyagi.journal.live;

import java.io.ByteArrayOutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/**
 * A client of a stream, which may stop to read for a while.
 */
final class ListeningClient implements EventSink {

	private final ByteArrayOutputStream received = new ByteArrayOutputStream();

	private volatile CountDownLatch reading = new CountDownLatch(0);

	private final CountDownLatch writing = new CountDownLatch(1);

	private volatile boolean failing;

	private volatile boolean closed;

	/** Lets the next write block until {@link #read}. */
	void pause() {
		this.reading = new CountDownLatch(1);
	}

	/** Waits for the first write. */
	void awaitWrite() throws InterruptedException {
		this.writing.await();
	}

	/** Lets the write fail, as it does after a time without a reader. */
	void timeOut() {
		this.failing = true;
		read();
	}

	void read() {
		this.reading.countDown();
	}

	@Override
	public void send(byte[] bytes) throws SocketTimeoutException {
		this.writing.countDown();
		try {
			this.reading.await();
		}
		catch (InterruptedException ex) {
			throw new AssertionError("A stream is never interrupted", ex);
		}
		if (this.failing) {
			throw new SocketTimeoutException();
		}
		synchronized (this) {
			this.received.writeBytes(bytes);
		}
	}

	@Override
	public void close() {
		this.closed = true;
	}

	synchronized String text() {
		return this.received.toString(StandardCharsets.UTF_8);
	}

	boolean isClosed() {
		return this.closed;
	}

}
