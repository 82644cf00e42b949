package dev.babyagi.fake;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Decides what is answered. Called by many threads at once.
 */
@FunctionalInterface
public interface ResponseScript {

	FakeResponse answer(FakeRequest request);

	/**
	 * The same answer to everybody.
	 */
	static ResponseScript always(FakeResponse response) {
		return (request) -> response;
	}

	/**
	 * One answer after the other; the last one for ever.
	 */
	static ResponseScript inTurn(FakeResponse... responses) {
		AtomicInteger next = new AtomicInteger();
		return (request) -> responses[Math.min(next.getAndIncrement(), responses.length - 1)];
	}

	/**
	 * A script for each role.
	 * @param role tells by the request which role is asking
	 * @param scripts what each role is answered; a role without a script is an error of
	 * the test and answered with status 400
	 */
	static <R> ResponseScript byRole(Function<FakeRequest, R> role, Map<R, ResponseScript> scripts) {
		return (request) -> {
			R asking = role.apply(request);
			ResponseScript script = scripts.get(asking);
			return (script != null) ? script.answer(request)
					: FakeResponse.error(400, "unscripted", "No script for " + asking);
		};
	}

	/**
	 * This script, but another one for the requests that match.
	 */
	default ResponseScript except(Predicate<FakeRequest> matches, ResponseScript other) {
		return (request) -> (matches.test(request) ? other : this).answer(request);
	}

	/**
	 * This script, but no answer before the gate is open. After 100 s, which is less than
	 * a client waits, the call fails.
	 */
	default ResponseScript behind(CountDownLatch gate) {
		return (request) -> {
			try {
				if (!gate.await(100, TimeUnit.SECONDS)) {
					return FakeResponse.error(500, "gate_closed", "The gate was not opened within 100 s");
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return answer(request);
		};
	}

	/**
	 * This script, but another one for the first calls.
	 */
	default ResponseScript exceptFirst(int calls, ResponseScript other) {
		AtomicInteger seen = new AtomicInteger();
		return (request) -> ((seen.getAndIncrement() < calls) ? other : this).answer(request);
	}

}
