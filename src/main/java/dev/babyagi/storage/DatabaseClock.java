package dev.babyagi.storage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The time of the database, which all replicas share. Replicas compare leases and
 * deadlines: one with a wrong clock would take objectives from others that are alive, or
 * lose its own. The offset of the machine's clock is measured at the start and every ten
 * seconds, from the time before and after a query (Cristian's algorithm). A change of
 * less than the query took, or less than 100 ms, is ignored.
 */
final class DatabaseClock extends Clock implements SmartInitializingSingleton {

	private static final Logger log = LoggerFactory.getLogger(DatabaseClock.class);

	private static final Duration LEFT_ALONE = Duration.ofMillis(100);

	private final Clock machine;

	private final ObjectProvider<JdbcClient> jdbc;

	private volatile Duration offset = Duration.ZERO;

	DatabaseClock(Clock machine, ObjectProvider<JdbcClient> jdbc) {
		this.machine = machine;
		this.jdbc = jdbc;
	}

	@Override
	public Instant instant() {
		return this.machine.instant().plus(this.offset);
	}

	/**
	 * How far the clock of this machine is behind that of the database; negative if it is
	 * ahead.
	 */
	Duration offset() {
		return this.offset;
	}

	@Override
	public ZoneId getZone() {
		return this.machine.getZone();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		InstantSource time = () -> instant();
		return time.withZone(zone);
	}

	@Override
	public void afterSingletonsInstantiated() {
		compare();
	}

	/** Measures the offset. If the database cannot be reached, the last offset stays. */
	@Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
	void compare() {
		try {
			this.jdbc.ifAvailable(this::compare);
		}
		catch (DataAccessException ex) {
			log.debug("The time of the database could not be read: {}", ex.getClass().getSimpleName());
		}
	}

	private void compare(JdbcClient database) {
		Instant asked = this.machine.instant();
		Instant told = database.sql("select current_timestamp").query(OffsetDateTime.class).single().toInstant();
		Duration took = Duration.between(asked, this.machine.instant());
		Duration off = Duration.between(asked.plus(took.dividedBy(2)), told);
		Duration change = off.minus(this.offset).abs();
		if (change.compareTo(LEFT_ALONE) >= 0 && change.compareTo(took) >= 0) {
			log.warn("The clock of this machine is {} ahead of the database's (negative: behind)."
					+ " The service uses the database's time; correct the clock", off.negated());
			this.offset = off;
		}
	}

}
