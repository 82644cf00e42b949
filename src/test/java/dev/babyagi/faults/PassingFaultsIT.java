package dev.babyagi.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import dev.babyagi.fake.CallLedger;
import dev.babyagi.fake.FakeRequest;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.fake.WireFaults;
import dev.babyagi.journey.ModelReplies;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fear: a few calls that are refused or hang slow down all others. Of 156 objectives
 * at once, 96 meet one fault each, at one of their first two calls; 18 of these are
 * refusals with status 429, and six calls hang until their time is over. The other 60
 * meet none.
 */
@LongFormOnly
class PassingFaultsIT {

	private static final int FAULTY = 96;

	private static final int HEALTHY = 60;

	private static final int REFUSED = 18;

	private static final int HANGING = 6;

	private static final int FIRST_CALLS = 2;

	private static final Duration LATENCY = Duration.ofMillis(100);

	/** The time of a call that hangs, and half a minute for all else. */
	private static final Duration DEADLINE = Duration.ofSeconds(150);

	private static final Duration DEADLINE_OF_THE_HEALTHY = Duration.ofSeconds(20);

	/** Longer than all of it should take, so that it is measured how long it takes. */
	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private static final Pattern NUMBER = Pattern.compile("matter (\\d+)\\.");

	private static final List<Supplier<FakeResponse>> OTHERS = List.of(() -> WireFaults.html(503),
			() -> WireFaults.html(500), WireFaults::reset, WireFaults::closed, WireFaults::truncated,
			() -> WireFaults.html(200), WireFaults::empty, WireFaults::noChoices, () -> WireFaults.errorInside(502),
			() -> WireFaults.badRequest("messages"), () -> FakeResponse.text("half").finish("error"),
			() -> FakeResponse.text(""));

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path directory;

	private final Map<Integer, AtomicInteger> calls = new ConcurrentHashMap<>();

	private final Map<Integer, FakeResponse> faults = faults(new Random(11));

	@Test
	void doNotHoldUpWhatMeetsNone() {
		try (TestBed site = TestBed.onH2(this.directory)) {
			ResponseScript working = ModelReplies.working(ModelReplies.fan(TestBed.TASKS),
					ModelReplies.ids(TestBed.TASKS));
			site.endpoint().answer(working.except(this::isItsTurn, (request) -> this.faults.get(number(request))));
			site.endpoint().latency(LATENCY);
			Replica replica = site.start();
			List<String> ids = IntStream.range(0, FAULTY + HEALTHY)
				.parallel()
				.mapToObj((count) -> site.submit(replica.service()))
				.toList();
			site.oracle().check(replica, PATIENCE);
			List<JsonNode> all = ids.stream().map(replica.service()::objective).toList();
			Duration healthy = longest(all.stream().filter((one) -> !this.faults.containsKey(number(one))).toList());
			print(site.endpoint().ledger(), healthy, longest(all), replica.log());
			assertThat(healthy).isLessThan(DEADLINE_OF_THE_HEALTHY);
			assertThat(longest(all)).isLessThan(DEADLINE);
			site.check(replica, Duration.ZERO);
		}
	}

	/** Which objectives meet which fault, in any order. */
	private static Map<Integer, FakeResponse> faults(Random random) {
		List<Integer> numbers = new ArrayList<>(IntStream.rangeClosed(1, FAULTY + HEALTHY).boxed().toList());
		Collections.shuffle(numbers, random);
		Map<Integer, FakeResponse> faults = new ConcurrentHashMap<>();
		for (int count = 0; count < FAULTY; count++) {
			faults.put(numbers.get(count), fault(count));
		}
		return faults;
	}

	private static FakeResponse fault(int count) {
		if (count < REFUSED) {
			return (count % 2 == 0) ? WireFaults.rateLimited() : WireFaults.rateLimited("2");
		}
		if (count < REFUSED + HANGING) {
			return WireFaults.hanging();
		}
		return OTHERS.get(count % OTHERS.size()).get();
	}

	/** An objective meets its fault at a call that its number says. */
	private boolean isItsTurn(FakeRequest request) {
		int number = number(request);
		int call = this.calls.computeIfAbsent(number, (first) -> new AtomicInteger()).getAndIncrement();
		return this.faults.containsKey(number) && call == number % FIRST_CALLS;
	}

	private static int number(FakeRequest request) {
		return number(request.user());
	}

	private static int number(JsonNode objective) {
		return number(objective.path("objective").asString());
	}

	private static int number(String text) {
		Matcher number = NUMBER.matcher(text);
		return number.find() ? Integer.parseInt(number.group(1)) : 0;
	}

	private static Duration longest(List<JsonNode> objectives) {
		return objectives.stream()
			.map((one) -> Duration.between(at(one, "createdAt"), at(one, "finishedAt")))
			.max(Duration::compareTo)
			.orElseThrow();
	}

	private static Instant at(JsonNode objective, String field) {
		return Instant.parse(objective.path(field).asString());
	}

	private static void print(CallLedger ledger, Duration healthy, Duration all, String log) {
		long refused = ledger.calls().stream().filter((call) -> call.status() == 429).count();
		System.out.println(String.format(Locale.ROOT,
				"%d calls, %d refused; the longest healthy objective took %.1f s, the longest of all %.1f s; the limit was lowered %d times",
				ledger.size(), refused, healthy.toMillis() / 1e3, all.toMillis() / 1e3,
				log.lines().filter((line) -> line.contains("because it has too many")).count()));
	}

}
