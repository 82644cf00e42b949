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
 * The time of the database, which all replicas have in common. Leases and deadlines are
 * compared across machines: one whose own clock is wrong would take work from those that
 * live, or lose what it has. How far its clock is off is measured at start and every ten
 * seconds, between question and answer (Cristian's algorithm); a change of less than the
 * question took, or than a tenth of a second, is left alone.
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

	/** How far the clock of this machine is behind. */
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

	/** A database that is away says nothing; what is known is kept. */
	@Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
	void compare() {
		try {
			this.jdbc.ifAvailable(this::compare);
		}
		catch (DataAccessException ex) {
			log.debug("The time of the database could not be asked for: {}", ex.getClass().getSimpleName());
		}
	}

	private void compare(JdbcClient database) {
		Instant asked = this.machine.instant();
		Instant told = database.sql("select current_timestamp").query(OffsetDateTime.class).single().toInstant();
		Duration took = Duration.between(asked, this.machine.instant());
		Duration off = Duration.between(asked.plus(took.dividedBy(2)), told);
		Duration change = off.minus(this.offset).abs();
		if (change.compareTo(LEFT_ALONE) >= 0 && change.compareTo(took) >= 0) {
			log.warn("The clock of this machine is {} off that of the database, which is used", off.negated());
			this.offset = off;
		}
	}

}
