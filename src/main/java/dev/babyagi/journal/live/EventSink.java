package dev.babyagi.journal.live;

import java.io.IOException;

/**
 * Where a stream of events goes. It is used by one thread at a time.
 */
public interface EventSink {

	/**
	 * Sends bytes. Blocks while the client does not read, for a limited time.
	 * @throws IOException if the client has gone or has not read for too long
	 */
	void send(byte[] bytes) throws IOException;

	/** Ends the stream. */
	void close();

}
