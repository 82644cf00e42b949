package dev.babyagi.exemplar;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Which exemplars there are, in memory. A change is seen at once by the replica that made
 * it and within a second or two by the others.
 */
@Component
class ExemplarCatalogue {

	/** More than these are not held: the newest are. */
	private static final int MOST = 20_000;

	private static final Logger log = LoggerFactory.getLogger(ExemplarCatalogue.class);

	private final JdbcClient jdbc;

	private volatile Map<String, List<Entry>> byTenant = Map.of();

	private @Nullable Stamp read;

	ExemplarCatalogue(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The exemplars of a tenant, newest first. */
	List<Entry> of(String tenant) {
		return this.byTenant.getOrDefault(tenant, List.of());
	}

	/** Reads the exemplars again if there are others. */
	@Scheduled(fixedDelayString = "PT1S")
	@TransactionalEventListener(ExemplarsChanged.class)
	synchronized void refresh() {
		try {
			Stamp present = this.jdbc.sql("select count(*), max(created_at) from exemplar")
				.query((row, index) -> new Stamp(row.getLong(1), row.getTimestamp(2)))
				.single();
			if (!present.equals(this.read)) {
				this.byTenant = load();
				this.read = present;
			}
		}
		catch (DataAccessException ex) {
			log.warn("Exemplars could not be read, so those read before are used: {}", ex.getClass().getSimpleName());
		}
	}

	private Map<String, List<Entry>> load() {
		return this.jdbc.sql("""
				select id, tenant, slots from exemplar
				order by created_at desc, id desc fetch first :most rows only""")
			.param("most", MOST)
			.query((row, index) -> new Entry(row.getObject("id", UUID.class), row.getString("tenant"),
					row.getString("slots")))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Entry::tenant));
	}

	/**
	 * An exemplar that objectives may get.
	 *
	 * @param id its id
	 * @param tenant whose it is
	 * @param slots the text with slots of its objective
	 */
	record Entry(UUID id, String tenant, String slots) {

	}

	private record Stamp(long count, @Nullable Timestamp newest) {

	}

}
