package dev.babyagi.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MeterTests {

	private static final ModelUsage CALL = new ModelUsage(1, 60, 40, new BigDecimal("0.10"));

	private static Meter meter(int calls, long tokens, String cost) {
		return new Meter(new Meter.Budget(calls, tokens, new BigDecimal(cost)), ModelUsage.NONE);
	}

	@Test
	void reservesWhatTheBudgetCovers() {
		assertThat(meter(1, 100, "0.10").reserve(CALL, ModelUsage.NONE)).isPresent();
		assertThat(meter(0, 100, "0.10").reserve(CALL, ModelUsage.NONE)).isEmpty();
		assertThat(meter(1, 99, "0.10").reserve(CALL, ModelUsage.NONE)).isEmpty();
		assertThat(meter(1, 100, "0.09").reserve(CALL, ModelUsage.NONE)).isEmpty();
	}

	@Test
	void countsWhatIsReservedAlready() {
		Meter meter = meter(10, 150, "10");
		assertThat(meter.reserve(CALL, ModelUsage.NONE)).isPresent();
		assertThat(meter.reserve(CALL, ModelUsage.NONE)).isEmpty();
		assertThat(meter.spent()).isEqualTo(ModelUsage.NONE);
	}

	@Test
	void countsWhatWasSpentBefore() {
		Meter meter = new Meter(new Meter.Budget(2, 1000, BigDecimal.ONE), CALL);
		assertThat(meter.reserve(CALL, ModelUsage.NONE)).isPresent();
		assertThat(meter.reserve(CALL, ModelUsage.NONE)).isEmpty();
	}

	@Test
	void leavesWhatIsKept() {
		Meter meter = meter(10, 150, "10");
		assertThat(meter.reserve(CALL, new ModelUsage(0, 51, 0, BigDecimal.ZERO))).isEmpty();
		assertThat(meter.reserve(CALL, new ModelUsage(0, 50, 0, BigDecimal.ZERO))).isPresent();
	}

	@Test
	void booksWhatWasUsedInPlaceOfWhatWasReserved() {
		Meter meter = meter(10, 150, "10");
		Meter.Reservation reservation = meter.reserve(CALL, ModelUsage.NONE).orElseThrow();
		ModelUsage used = new ModelUsage(1, 10, 5, new BigDecimal("0.02"));
		meter.settle(reservation, used);
		assertThat(meter.spent()).isEqualTo(used);
		assertThat(meter.reserve(CALL, ModelUsage.NONE)).isPresent();
	}

	@Test
	void settlesAReservationOnce() {
		Meter meter = meter(10, 1000, "10");
		Meter.Reservation first = meter.reserve(CALL, ModelUsage.NONE).orElseThrow();
		Meter.Reservation second = meter.reserve(CALL, ModelUsage.NONE).orElseThrow();
		meter.settle(first, CALL);
		meter.settle(first, CALL);
		assertThat(meter.spent()).isEqualTo(CALL);
		assertThat(meter.promised()).isEqualTo(CALL.plus(second.worstCase()));
	}

	@Test
	void doesNotOverflow() {
		ModelUsage most = new ModelUsage(Integer.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, BigDecimal.ZERO);
		assertThat(most.plus(most)).isEqualTo(most);
		assertThat(most.tokens()).isEqualTo(Long.MAX_VALUE);
		assertThat(meter(Integer.MAX_VALUE, Long.MAX_VALUE - 1, "1").reserve(most, most)).isEmpty();
	}

	@Test
	void isNeverNegative() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ModelUsage(-1, 0, 0, BigDecimal.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> new ModelUsage(0, 0, 0, BigDecimal.ONE.negate()));
	}

	@Test
	void staysWithinTheBudgetWhenManyReserveAtOnce() throws Exception {
		Meter meter = meter(100, 1_000_000, "1000");
		AtomicInteger granted = new AtomicInteger();
		List<Thread> threads = new ArrayList<>();
		for (int thread = 0; thread < 500; thread++) {
			threads
				.add(Thread.startVirtualThread(() -> meter.reserve(CALL, ModelUsage.NONE).ifPresent((reservation) -> {
					granted.incrementAndGet();
					meter.settle(reservation, CALL);
				})));
		}
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(granted).hasValue(100);
		assertThat(meter.spent().calls()).isEqualTo(100);
	}

}
