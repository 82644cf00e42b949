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
 * While the disk of the database file is full, or nearly so, begins no transaction that
 * writes, and has the replica be not ready: whoever asks is told at once, and what the
 * drivers have to record waits with them.
 */
@Component("disk")
class DiskWatch implements HealthIndicator, TransactionExecutionListener {

	private static final Logger log = LoggerFactory.getLogger(DiskWatch.class);

	private final Optional<Path> directory;

	private final DataSize reserve;

	private volatile boolean nearlyFull;

	/**
	 * Watches the disk of a file.
	 * @param reserve room that is left on the disk, so that commits that have begun find
	 * some
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
				log.error("Less than {} MB are free on the disk of the database file: nothing that writes is begun"
						+ " until there are more", this.reserve.toMegabytes());
			}
			else {
				log.info("There is room again on the disk of the database file");
			}
		}
		return now;
	}

	/** Who stops cannot wait for somebody who frees space. */
	@EventListener(ContextClosedEvent.class)
	void stop() {
		BlockedWrites.end();
	}

}
