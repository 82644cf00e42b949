package dev.babyagi.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The calls that an endpoint saw, in the order of their arrival.
 */
public final class CallLedger {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final List<Call> calls = new ArrayList<>();

	private int open;

	private int mostOpen;

	private boolean forgetful;

	CallLedger() {
	}

	synchronized Call begin(FakeRequest request) {
		Call call = new Call(
				this.forgetful ? new FakeRequest(request.number(), request.path(), request.headers(), "") : request);
		this.calls.add(call);
		this.open++;
		this.mostOpen = Math.max(this.mostOpen, this.open);
		notifyAll();
		return call;
	}

	/**
	 * Counts a call as answered before its answer is on the wire: whoever has read that
	 * finds it here, and may call again at once.
	 */
	synchronized void answering(Call call, int status) {
		call.status = status;
		close(call);
	}

	synchronized void end(Call call, int status, boolean clientLeft) {
		call.status = status;
		call.clientLeft = clientLeft;
		close(call);
		notifyAll();
	}

	private void close(Call call) {
		if (call.open) {
			call.open = false;
			call.until = Instant.now();
			this.open--;
		}
	}

	/**
	 * Keeps no bodies from now on, for benchmarks.
	 */
	public synchronized void forgetBodies() {
		this.forgetful = true;
	}

	public synchronized void clear() {
		this.calls.clear();
		this.mostOpen = this.open;
	}

	public synchronized List<Call> calls() {
		return List.copyOf(this.calls);
	}

	public synchronized int size() {
		return this.calls.size();
	}

	/**
	 * The most calls that were open at the same time.
	 */
	public synchronized int mostAtOnce() {
		return this.mostOpen;
	}

	/**
	 * Waits until the calls look so.
	 * @throws AssertionError if they do not within 20 s
	 */
	public synchronized void await(Predicate<List<Call>> wanted) throws InterruptedException {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!wanted.test(this.calls)) {
			long millis = (end - System.nanoTime()) / 1_000_000;
			if (millis <= 0) {
				throw new AssertionError("The endpoint saw " + this.calls);
			}
			wait(millis);
		}
	}

	/**
	 * Waits for so many calls to have arrived.
	 */
	public void awaitCalls(int number) throws InterruptedException {
		await((calls) -> calls.size() >= number);
	}

	/**
	 * One call.
	 */
	public static final class Call {

		private final Instant at = Instant.now();

		private final FakeRequest request;

		private boolean open = true;

		private volatile Instant until = Instant.MAX;

		private volatile int status;

		private volatile boolean clientLeft;

		private Call(FakeRequest request) {
			this.request = request;
		}

		public Instant at() {
			return this.at;
		}

		/**
		 * When it was answered or given up; {@link Instant#MAX} as long as it is open.
		 */
		public Instant until() {
			return this.until;
		}

		public FakeRequest request() {
			return this.request;
		}

		/**
		 * The status it was answered with; 0 if it was not.
		 */
		public int status() {
			return this.status;
		}

		/**
		 * Whether the client closed the socket before it had its answer.
		 */
		public boolean clientLeft() {
			return this.clientLeft;
		}

		@Override
		public String toString() {
			return "Call[number=%s, status=%s, clientLeft=%s]".formatted(this.request.number(), this.status,
					this.clientLeft);
		}

	}

}
