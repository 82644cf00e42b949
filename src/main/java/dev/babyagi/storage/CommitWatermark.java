package dev.babyagi.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Notices an H2 file that has lost acknowledged commits. H2 silently goes back to the
 * newest state that it can read. So a count of beats goes up in the database, and a copy
 * of it is kept beside the file. If the database is behind the copy at the start, it has
 * lost commits, and an error is logged. If it has no count at all, the start fails.
 */
@Component
class CommitWatermark implements SmartInitializingSingleton {

	private static final Logger log = LoggerFactory.getLogger(CommitWatermark.class);

	/**
	 * The time between two beats. A loss of the commits of one such time goes unnoticed.
	 */
	private static final String BEAT = "${babyagi.storage.witness-interval:10s}";

	private final DatabaseFile file;

	private final Optional<Path> copy;

	private final JdbcClient jdbc;

	CommitWatermark(DatabaseFile file, JdbcClient jdbc) {
		this.file = file;
		this.copy = file.beside(".witness");
		this.jdbc = jdbc;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.copy.ifPresent((path) -> {
			Optional<Long> beats = beats();
			if (this.file.wasThere()) {
				compare(beats, read(path));
			}
			if (beats.isEmpty()) {
				this.jdbc.sql("insert into database_witness (id, beats) values (1, 0)").update();
			}
			beat();
		});
	}

	private void compare(Optional<Long> beats, long witnessed) {
		if (beats.isEmpty() && witnessed > 0) {
			throw new DatabaseFile.DamagedFile("The H2 file of spring.datasource.url has lost all its objectives ("
					+ this.copy.orElseThrow() + " counts " + witnessed + " beats).");
		}
		long lost = witnessed - beats.orElse(witnessed);
		if (lost > 0) {
			log.error("The H2 file has lost acknowledged commits, those of {} beats (10 s each by default):"
					+ " an older file was put in its place, or it was cut short."
					+ " If you did not restore it on purpose, stop the service and put a newer backup in its place",
					lost);
		}
	}

	/**
	 * Counts one beat. The copy is written after the commit, so it is never ahead of a
	 * file that has lost nothing.
	 */
	@Scheduled(fixedDelayString = BEAT, initialDelayString = BEAT)
	void beat() {
		this.copy.ifPresent((path) -> {
			this.jdbc.sql("update database_witness set beats = beats + 1 where id = 1").update();
			beats().ifPresent((beats) -> write(path, beats));
		});
	}

	private Optional<Long> beats() {
		return this.jdbc.sql("select beats from database_witness where id = 1").query(Long.class).optional();
	}

	private static long read(Path path) {
		try {
			return Files.exists(path) ? Long.parseLong(Files.readString(path).strip()) : 0;
		}
		catch (IOException | NumberFormatException ex) {
			log.warn(
					"The commit count in {} cannot be read and is written anew. Commits lost before this start go unnoticed: {}",
					path, ex.toString());
			return 0;
		}
	}

	private static void write(Path path, long beats) {
		try {
			Path next = path.resolveSibling(path.getFileName() + ".new");
			Files.writeString(next, beats + System.lineSeparator());
			Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
