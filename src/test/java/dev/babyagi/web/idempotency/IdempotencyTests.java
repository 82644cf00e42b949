package dev.babyagi.web.idempotency;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import dev.babyagi.web.Created;
import dev.babyagi.web.HttpFixture;
import dev.babyagi.web.ProblemType;
import dev.babyagi.web.RawHttp;
import dev.babyagi.web.WebEdgeTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Creating requests that are repeated.
 */
@WebEdgeTest
class IdempotencyTests {

	static final String BODY = "{\"name\":\"a\",\"size\":1}";

	@Autowired
	HttpFixture http;

	@Autowired
	SampleController controller;

	@BeforeEach
	void clear() {
		this.controller.clear();
	}

	@Test
	void createsOnceAndAnswersTheSame() {
		HttpFixture.Answer first = create("key-1", BODY);
		HttpFixture.Answer second = create("key-1", BODY);
		assertThat(first.status()).isEqualTo(202);
		assertThat(first.headers().map()).doesNotContainKey("idempotent-replayed");
		assertThat(second.status()).isEqualTo(202);
		assertThat(second.text()).isEqualTo(first.text());
		assertThat(second.header("Location")).isEqualTo(first.header("Location")).startsWith("/workshop/");
		assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
		assertThat(this.controller.made()).isEqualTo(1);
	}

	@Test
	void seesThroughTheSpellingOfABody() {
		create("key-2", BODY);
		assertThat(create("key-2", "{ \"size\" : 1,\n\"name\": \"\\u0061\" }").header("Idempotent-Replayed"))
			.isEqualTo("true");
		assertThat(this.controller.made()).isEqualTo(1);
	}

	@Test
	void refusesAnotherBody() {
		create("key-3", BODY);
		assertThat(create("key-3", "{\"name\":\"b\",\"size\":1}")).isProblem(ProblemType.IDEMPOTENCY_CONFLICT);
		assertThat(this.controller.made()).isEqualTo(1);
	}

	@Test
	void createsEachTimeWithoutAKeyAndForEachKey() {
		this.http.post("/workshop", BODY);
		this.http.post("/workshop", BODY);
		create("key-4", BODY);
		create("KEY-4", BODY);
		assertThat(this.controller.made()).isEqualTo(4);
	}

	@Test
	void keepsRoutesApart() {
		create("key-5", BODY);
		assertThat(this.http.post("/workshop/annex", BODY, "Idempotency-Key", "key-5").headers().map())
			.doesNotContainKey("idempotent-replayed");
		assertThat(this.controller.made()).isEqualTo(2);
	}

	@Test
	void forgetsARequestThatFailed() {
		this.controller.failNext();
		assertThat(create("key-6", BODY)).isProblem(ProblemType.QUEUE_FULL);
		assertThat(this.controller.made()).isZero();
		assertThat(create("key-6", BODY).headers().map()).doesNotContainKey("idempotent-replayed");
		assertThat(this.controller.made()).isEqualTo(1);
	}

	@Test
	void tellsThatTheFirstIsStillUnderWay() throws InterruptedException {
		CountDownLatch started = new CountDownLatch(1);
		CountDownLatch go = new CountDownLatch(1);
		this.controller.holdNext(started, go);
		CompletableFuture<HttpFixture.Answer> first = CompletableFuture.supplyAsync(() -> create("key-7", BODY));
		started.await();
		HttpFixture.Answer second = create("key-7", BODY);
		go.countDown();
		assertThat(second).isProblem(ProblemType.IN_PROGRESS);
		assertThat(second.header("Retry-After")).isEqualTo("1");
		assertThat(first.join().status()).isEqualTo(202);
		assertThat(create("key-7", BODY).header("Idempotent-Replayed")).isEqualTo("true");
		assertThat(this.controller.made()).isEqualTo(1);
	}

	@Test
	void createsOnceForManyAtOnce() {
		List<HttpFixture.Answer> answers;
		try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
			answers = IntStream.range(0, 20)
				.mapToObj((index) -> CompletableFuture.supplyAsync(() -> create("key-8", BODY), executor))
				.toList()
				.stream()
				.map(CompletableFuture::join)
				.toList();
		}
		assertThat(answers).extracting(HttpFixture.Answer::status).containsOnly(202, 409).contains(202);
		assertThat(this.controller.made()).isEqualTo(1);
	}

	@Test
	void createsOnceForTwoReplicasAtOnce() {
		List<Created<SampleController.Receipt>> answers = this.controller.twoReplicas();
		assertThat(answers).extracting(Created::replayed).containsExactlyInAnyOrder(true, false);
		assertThat(answers).extracting(Created::body).containsOnly(answers.getFirst().body());
		assertThat(this.controller.made()).isEqualTo(1);
	}

	@Test
	void forgetsAfterADay() {
		create("key-9", BODY);
		this.controller.pass(Duration.ofHours(24).minusSeconds(1));
		assertThat(create("key-9", BODY).header("Idempotent-Replayed")).isEqualTo("true");
		this.controller.pass(Duration.ofSeconds(1));
		assertThat(create("key-9", BODY).headers().map()).doesNotContainKey("idempotent-replayed");
		assertThat(this.controller.made()).isEqualTo(2);
	}

	@Test
	void clearsAwayWhatItForgot() {
		create("key-10", BODY);
		this.controller.pass(Duration.ofHours(24));
		create("key-11", BODY);
		this.controller.purge();
		assertThat(this.controller.remembered()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "é", "a\tb" })
	void refusesAKeyThatIsNotPrintable(String key) {
		String request = "POST /workshop HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nIdempotency-Key:" + key
				+ "\r\nContent-Type: application/json\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY;
		assertThat(new RawHttp(this.http.port()).exchange(request)).startsWith("HTTP/1.1 400 ")
			.contains("Idempotency-Key");
	}

	@Test
	void boundsTheLengthOfAKey() {
		assertThat(create("k".repeat(255), BODY).status()).isEqualTo(202);
		assertThat(create("k".repeat(256), BODY)).isProblem(ProblemType.INVALID_REQUEST).at("Idempotency-Key");
	}

	HttpFixture.Answer create(String key, String body) {
		return this.http.post("/workshop", body, "Idempotency-Key", key);
	}

}
