package dev.babyagi.storage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DatabaseClockTests {

	private final SingleConnectionDataSource database = new SingleConnectionDataSource("jdbc:h2:mem:clock", true);

	@AfterEach
	void tearDown() {
		this.database.destroy();
	}

	@Test
	void tellsTheTimeOfTheDatabaseOnAMachineThatIsTenMinutesOff() {
		for (Duration off : new Duration[] { Duration.ofMinutes(10), Duration.ofMinutes(-10) }) {
			DatabaseClock clock = clock(Clock.offset(Clock.systemUTC(), off));
			clock.compare();
			assertThat(Duration.between(Instant.now(), clock.instant())).isCloseTo(Duration.ZERO,
					Duration.ofSeconds(1));
		}
	}

	@Test
	void leavesAClockAloneThatIsRight() {
		Instant now = Instant.now();
		DatabaseClock clock = clock(Clock.systemUTC());
		clock.compare();
		assertThat(clock.instant().toEpochMilli()).isCloseTo(now.toEpochMilli(), within(1000L));
		assertThat(clock.offset()).isZero();
	}

	@Test
	void tellsTheSameTimeInEveryZone() {
		DatabaseClock clock = clock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10)));
		Clock elsewhere = clock.withZone(ZoneId.of("Asia/Shanghai"));
		clock.compare();
		assertThat(elsewhere.getZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
		assertThat(Duration.between(clock.instant(), elsewhere.instant())).isCloseTo(Duration.ZERO,
				Duration.ofSeconds(1));
	}

	@Test
	void learnsNothingFromAnAnswerThatTookLong() {
		AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ofSeconds(2));
		DatabaseClock clock = clock(new Clock() {

			@Override
			public Instant instant() {
				return Instant.now().plus(ahead.getAndUpdate((now) -> now.plusSeconds(5)));
			}

			@Override
			public ZoneId getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(ZoneId zone) {
				throw new UnsupportedOperationException();
			}

		});
		clock.compare();
		assertThat(clock.offset()).as("of the first answer, which took five seconds").isZero();
	}

	@Test
	void keepsWhatItKnowsWhenTheDatabaseIsAway() {
		DatabaseClock clock = clock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10)));
		clock.compare();
		Duration known = clock.offset();
		this.database.destroy();
		this.database.setUrl("jdbc:h2:tcp://localhost:1/nowhere");
		clock.compare();
		assertThat(clock.offset()).isEqualTo(known).isNegative();
	}

	private DatabaseClock clock(Clock machine) {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		beans.addBean("jdbc", JdbcClient.create(this.database));
		ObjectProvider<JdbcClient> jdbc = beans.getBeanProvider(JdbcClient.class);
		return new DatabaseClock(machine, jdbc);
	}

}
