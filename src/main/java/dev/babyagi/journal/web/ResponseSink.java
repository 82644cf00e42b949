package dev.babyagi.journal.web;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import dev.babyagi.journal.live.EventSink;

/**
 * A response that stays open and takes events as they come. When a write fails, the
 * container ends the response on another thread, and then uses its objects for other
 * requests. So the monitor is held during a write: the container waits in
 * {@link #onError} and {@link #onComplete} until the write is over, and after that
 * nothing is touched.
 */
final class ResponseSink implements EventSink, AsyncListener {

	private final AsyncContext context;

	private final OutputStream out;

	private boolean usable = true;

	private ResponseSink(AsyncContext context) throws IOException {
		this.context = context;
		this.out = context.getResponse().getOutputStream();
	}

	/** Sets the headers of a stream. */
	static void describe(HttpServletResponse response) {
		response.setContentType("text/event-stream;charset=UTF-8");
		response.setHeader("Cache-Control", "no-store");
		// Proxies that buffer answers would hold events back.
		response.setHeader("X-Accel-Buffering", "no");
	}

	/** Keeps the response open. */
	static ResponseSink open(HttpServletRequest request) throws IOException {
		AsyncContext context = request.startAsync();
		context.setTimeout(0);
		ResponseSink sink = new ResponseSink(context);
		context.addListener(sink);
		return sink;
	}

	@Override
	public synchronized void send(byte[] bytes) throws IOException {
		if (!this.usable) {
			throw new EOFException("The response has ended");
		}
		this.usable = false;
		this.out.write(bytes);
		this.out.flush();
		this.usable = true;
	}

	@Override
	public synchronized void close() {
		if (this.usable) {
			this.usable = false;
			this.context.complete();
		}
	}

	private synchronized void leave() {
		this.usable = false;
	}

	@Override
	public void onComplete(AsyncEvent event) {
		leave();
	}

	@Override
	public void onError(AsyncEvent event) {
		leave();
	}

	@Override
	public void onTimeout(AsyncEvent event) {
		leave();
	}

	@Override
	public void onStartAsync(AsyncEvent event) {
		// It is started once.
	}

}
