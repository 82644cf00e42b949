package dev.babyagi.faults;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import dev.babyagi.journey.ServiceClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fear: a database that takes connections and answers nothing holds clients with it,
 * and when it goes on the replicas take each other's objectives and buy answers again.
 */
@LongFormOnly
class DatabaseHangsIT {

	private static final int OBJECTIVES = 13;

	/** Three leases. */
	private static final int SECONDS = 30;

	private static final int AT_ONCE = 40;

	/** What a request may take that was under way, or came, when the server stopped. */
	private static final Duration ANSWERED = Duration.ofSeconds(10);

	private static final Duration DEADLINE = Duration.ofSeconds(90);

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path directory;

	@Test
	void answersInTimeAndBuysNothingTwice() throws InterruptedException {
		try (OwnPostgres postgres = OwnPostgres.start(this.directory.resolve("data"));
				TestBed site = TestBed.onPostgres(this.directory, postgres.url())) {
			site.endpoint().latency(Duration.ofMillis(200));
			Replica replica = site.start("--babyagi.dispatch.lease=10s");
			Replica idle = site.start("--babyagi.dispatch.lease=10s");
			site.endpoint().latency(Duration.ofSeconds(2));
			List<String> ids = new ArrayList<>();
			for (int number = 0; number < OBJECTIVES; number++) {
				ids.add(site.submit(replica.service()));
			}
			site.endpoint().ledger().awaitCalls(OBJECTIVES * (1 + TestBed.TASKS));
			List<TestBed.Offer> offers = ask(postgres, site, List.of(replica.service(), idle.service()), ids);
			offers.forEach((offer) -> offer.again().run());
			site.oracle().check(idle, DEADLINE);
			site.check(replica, DEADLINE);
			assertThat(site.endpoint().ledger().size()).as("calls")
				.isEqualTo((OBJECTIVES + offers.size()) * (1 + TestBed.TASKS + 1));
		}
	}

	/**
	 * Asks the replicas many times at once just before the server hangs, so that it stops
	 * within statements, and twice a second from then on.
	 */
	private static List<TestBed.Offer> ask(OwnPostgres postgres, TestBed site, List<ServiceClient> services,
			List<String> ids) {
		Questions questions = new Questions(site, services, ids);
		questions.ask(AT_ONCE);
		postgres.freeze();
		long frozen = System.nanoTime();
		long until = frozen + Duration.ofSeconds(SECONDS).toNanos();
		while (System.nanoTime() < until) {
			questions.ask(1);
			LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
		}
		List<CompletableFuture<Asked>> answered = questions.asked.stream().filter(CompletableFuture::isDone).toList();
		List<CompletableFuture<Asked>> open = questions.asked.stream().filter((one) -> !one.isDone()).toList();
		long woken = System.nanoTime();
		postgres.wake();
		assertThat(answered).hasSizeGreaterThan(SECONDS).allSatisfy((one) -> one.join().check(frozen));
		assertThat(open)
			.allSatisfy((one) -> assertThat(Duration.ofNanos(woken - one.join().at())).isLessThan(ANSWERED));
		return questions.offers.stream().map(CompletableFuture::join).toList();
	}

	/** Looks at objectives, and every fifth time offers one. */
	private static final class Questions {

		private final List<CompletableFuture<Asked>> asked = new ArrayList<>();

		private final List<CompletableFuture<TestBed.Offer>> offers = new ArrayList<>();

		private final TestBed site;

		private final List<ServiceClient> services;

		private final List<String> ids;

		private Questions(TestBed site, List<ServiceClient> services, List<String> ids) {
			this.site = site;
			this.services = services;
			this.ids = ids;
		}

		void ask(int times) {
			for (int time = 0; time < times; time++) {
				int number = this.asked.size();
				ServiceClient service = this.services.get(number % this.services.size());
				if (number % 5 == 0) {
					CompletableFuture<TestBed.Offer> offer = started(() -> this.site.offer(service));
					this.offers.add(offer);
					this.asked.add(asked(offer.thenApply(TestBed.Offer::answer)));
				}
				else {
					String id = this.ids.get(number % this.ids.size());
					this.asked.add(asked(started(() -> service.look("/v1/objectives/" + id))));
				}
			}
		}

	}

	private static <T> CompletableFuture<T> started(Supplier<T> request) {
		return CompletableFuture.supplyAsync(request, Thread::startVirtualThread);
	}

	private static CompletableFuture<Asked> asked(CompletableFuture<HttpResponse<String>> request) {
		long at = System.nanoTime();
		return request.thenApply((answer) -> new Asked(at, Duration.ofNanos(System.nanoTime() - at), answer));
	}

	/**
	 * A request and its answer.
	 *
	 * @param at when it was sent, in nanoseconds
	 * @param took how long it took
	 * @param answer the answer
	 */
	private record Asked(long at, Duration took, HttpResponse<String> answer) {

		/** One that was answered before that needs no excuse. */
		void check(long frozen) {
			if (this.at + this.took.toNanos() < frozen && this.answer.statusCode() < 300) {
				return;
			}
			assertThat(this.answer.statusCode()).as(this.answer.body()).isEqualTo(503);
			assertThat(this.answer.body()).contains("storage-unavailable");
			assertThat(this.answer.headers().firstValue("Retry-After")).isPresent();
			assertThat(this.took).isLessThan(ANSWERED);
		}

	}

}
