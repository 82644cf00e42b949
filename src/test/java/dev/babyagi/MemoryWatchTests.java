package dev.babyagi;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MemoryWatchTests {

	private final AtomicLong now = new AtomicLong();

	private final AtomicLong collecting = new AtomicLong();

	private final AtomicInteger ends = new AtomicInteger();

	private final MemoryWatch watch = new MemoryWatch(this.now::get, this.collecting::get, this.ends::incrementAndGet);

	@Test
	void endsAProcessThatCollectsAllTheTime() {
		look(3800);
		look(3800);
		look(3800);
		assertThat(this.ends).hasValue(0);
		look(3800);
		assertThat(this.ends).hasValue(1);
	}

	@Test
	void leavesOneThatGetsOnNowAndThen() {
		for (int round = 0; round < 10; round++) {
			look(4900);
			look(4900);
			look(4900);
			look(3700);
		}
		assertThat(this.ends).hasValue(0);
	}

	private void look(long millis) {
		this.now.addAndGet(5000);
		this.collecting.addAndGet(millis);
		this.watch.look();
	}

}
