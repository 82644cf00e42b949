package dev.babyagi.storage;

import java.nio.file.Path;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.util.unit.DataSize;

/**
 * Refuses transactions that write while the disk of the database file is full or nearly
 * full, and reports the replica as not ready. Requests fail at once, and drivers keep
 * what they have to commit until there is room.
 */
@Component("disk")
class DiskWatch implements HealthIndicator, TransactionExecutionListener {

	private static final Logger log = LoggerFactory.getLogger(DiskWatch.class);

	private final Optional<Path> directory;

	private final DataSize reserve;

	private volatile boolean nearlyFull;

	/**
	 * Watches the disk of the database file.
	 * @param reserve free space that new transactions leave on the disk, so that those
	 * that have begun can commit
	 */
	DiskWatch(DatabaseFile file, @Value("${babyagi.storage.disk-reserve:64MB}") DataSize reserve) {
		this.directory = file.beside("").map(Path::toAbsolutePath).map(Path::getParent);
		this.reserve = reserve;
		BlockedWrites.begin();
	}

	@Override
	public void beforeBegin(TransactionExecution transaction) {
		if (!transaction.isReadOnly()) {
			reason().ifPresent((reason) -> {
				throw new CannotCreateTransactionException("The database file cannot be written: " + reason);
			});
		}
	}

	@Override
	public Health health() {
		return reason().map((reason) -> Health.down().withDetail("reason", reason).build())
			.orElseGet(() -> Health.up().build());
	}

	private Optional<String> reason() {
		return BlockedWrites.reason()
			.or(() -> this.directory.filter(this::isNearlyFull).map((full) -> "No room on its disk"));
	}

	private boolean isNearlyFull(Path place) {
		boolean now = place.toFile().getUsableSpace() < this.reserve.toBytes();
		if (now != this.nearlyFull) {
			this.nearlyFull = now;
			if (now) {
				log.error("Less than {} MB are free on the disk of the database file: requests that write get 503"
						+ " until there is more; free space on it", this.reserve.toMegabytes());
			}
			else {
				log.info("There is room again on the disk of the database file: writes are accepted");
			}
		}
		return now;
	}

	/** A service that stops cannot wait until somebody frees space. */
	@EventListener(ContextClosedEvent.class)
	void stop() {
		BlockedWrites.end();
	}

}
