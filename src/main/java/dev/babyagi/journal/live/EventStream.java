package dev.babyagi.journal.live;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The stream to one client: a queue of frames and a virtual thread that exists only while
 * there is something to send. If the client reads too slowly for its queue, the stream is
 * closed; the client can resume it.
 */
final class EventStream {

	/** The most bytes that wait for one client, unless one read brings more. */
	static final int MOST_BYTES = 64 * 1024;

	private static final Logger log = LoggerFactory.getLogger(EventStream.class);

	private final Deque<byte[]> waiting = new ArrayDeque<>();

	private final EventSink sink;

	private final Runnable slow;

	private final Consumer<EventStream> gone;

	private int bytes;

	private boolean sending;

	private boolean ending;

	private boolean closed;

	private boolean counted;

	/**
	 * Creates a stream.
	 * @param sink where it goes
	 * @param slow called if it is closed because its client does not read
	 * @param gone called once it is closed
	 */
	EventStream(EventSink sink, Runnable slow, Consumer<EventStream> gone) {
		this.sink = sink;
		this.slow = slow;
		this.gone = gone;
	}

	/** Sends what the client has missed, and then what waits. */
	synchronized void open(Replay replay) {
		this.sending = true;
		Thread.ofVirtual().name("event-stream").start(() -> send(replay));
	}

	/**
	 * Sends a frame at once. Only a replay does so.
	 * @throws IOException if the client has gone, or the stream was ended meanwhile
	 */
	void send(byte[] frame) throws IOException {
		if (isEnding()) {
			throw new EOFException("The stream has ended");
		}
		this.sink.send(frame);
	}

	private synchronized boolean isEnding() {
		return this.ending;
	}

	/**
	 * Adds frames to the queue. If others wait and there is no room for these, the stream
	 * is closed.
	 */
	synchronized void offer(List<byte[]> frames) {
		int more = frames.stream().mapToInt((frame) -> frame.length).sum();
		if (this.ending || more == 0) {
			return;
		}
		if (this.bytes > 0 && this.bytes + more > MOST_BYTES) {
			countSlow();
			close();
			return;
		}
		this.waiting.addAll(frames);
		this.bytes += more;
		sendOn();
	}

	/** Ends the stream once everything that waits is sent. */
	synchronized void end() {
		this.ending = true;
		sendOn();
	}

	/** Ends the stream without what waits. */
	synchronized void close() {
		this.waiting.clear();
		this.bytes = 0;
		end();
	}

	/** Whether the client has gone, or everything was sent to it. */
	synchronized boolean isClosed() {
		return this.closed;
	}

	private void sendOn() {
		if (!this.sending && !this.closed) {
			this.sending = true;
			Thread.ofVirtual().name("event-stream").start(() -> send((stream) -> {
			}));
		}
	}

	private void send(Replay replay) {
		try {
			replay.to(this);
			for (byte[] frames = next(); frames != null; frames = next()) {
				this.sink.send(frames);
			}
		}
		catch (IOException ex) {
			if (isTimeout(ex)) {
				countSlow();
			}
			log.debug("A stream of events is closed: {}", ex.toString());
			finish();
		}
		catch (DataAccessException | TransactionException ex) {
			log.debug("A stream of events is closed: {}", ex.toString());
			finish();
		}
		catch (RuntimeException | StackOverflowError ex) {
			log.error("A stream of events fails with an unexpected exception", ex);
			finish();
		}
	}

	private static boolean isTimeout(Throwable ex) {
		return Stream.iterate(ex, Objects::nonNull, Throwable::getCause)
			.anyMatch(SocketTimeoutException.class::isInstance);
	}

	/** A client that reads nothing fills the queue, and then a write takes too long. */
	private synchronized void countSlow() {
		if (!this.counted) {
			this.counted = true;
			this.slow.run();
		}
	}

	/** Takes all that waits, or hands the sending back if nothing does. */
	private synchronized byte @Nullable [] next() {
		if (this.waiting.isEmpty()) {
			this.sending = false;
			if (this.ending) {
				finish();
			}
			return null;
		}
		ByteArrayOutputStream frames = new ByteArrayOutputStream(this.bytes);
		this.waiting.forEach(frames::writeBytes);
		this.waiting.clear();
		this.bytes = 0;
		return frames.toByteArray();
	}

	private synchronized void finish() {
		this.ending = true;
		this.waiting.clear();
		if (!this.closed) {
			this.closed = true;
			this.gone.accept(this);
			this.sink.close();
		}
	}

	/** Sends what a client has missed. */
	interface Replay {

		void to(EventStream stream) throws IOException;

	}

}
