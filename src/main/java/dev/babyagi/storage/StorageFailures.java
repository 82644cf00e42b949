package dev.babyagi.storage;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/**
 * Explains at the start why an H2 file cannot be used and what to do, instead of a stack
 * trace.
 */
class StorageFailures implements FailureAnalyzer {

	/** H2: the file is locked by another process. */
	private static final int ALREADY_OPEN = 90020;

	/**
	 * H2: input or output failed, the file is corrupted, a general error of its store.
	 */
	private static final Set<Integer> DAMAGED = Set.of(90028, 90030, 50000);

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		return causes(failure).map(StorageFailures::analyzed)
			.filter((analysis) -> analysis != null)
			.findFirst()
			.orElseGet(() -> halfMigrated(failure));
	}

	/**
	 * H2 commits each statement of a migration by itself. So a file that was cut short,
	 * or a process that died, may have left a part of one, which cannot be done again.
	 */
	private static @Nullable FailureAnalysis halfMigrated(Throwable failure) {
		if (causes(failure).noneMatch(FlywayException.class::isInstance)) {
			return null;
		}
		return causes(failure).filter((cause) -> cause instanceof SQLException sql && isOfH2(sql))
			.findFirst()
			.map((cause) -> damaged("The tables in the H2 file of spring.datasource.url are not those of any version: "
					+ cause.getMessage(), cause))
			.orElse(null);
	}

	private static @Nullable FailureAnalysis analyzed(Throwable cause) {
		return switch (cause) {
			case DatabaseFile.DamagedFile damaged -> damaged(damaged.getMessage(), damaged);
			case DatabaseFile.UnwritableFile unwritable -> unwritable(unwritable);
			case SQLException sql when isOfH2(sql) && sql.getErrorCode() == ALREADY_OPEN ->
				new FailureAnalysis("Another process has the H2 file of spring.datasource.url open.",
						"Stop that process, or give this one another file. More than one process at a time works on"
								+ " PostgreSQL: spring.profiles.active=postgres.",
						sql);
			case SQLException sql when isOfH2(sql) && DAMAGED.contains(sql.getErrorCode()) ->
				damaged("The H2 file of spring.datasource.url cannot be read: " + sql.getMessage(), sql);
			default -> null;
		};
	}

	private static FailureAnalysis unwritable(DatabaseFile.UnwritableFile unwritable) {
		return new FailureAnalysis(unwritable.getMessage(), "Let the user of this process write to " + unwritable.path()
				+ " (in the image that is user 10001: chown 10001 the folder of the host that is mounted there),"
				+ " or name a file in another folder with SPRING_DATASOURCE_URL, as in"
				+ " jdbc:h2:patient:async:/var/lib/babyagi/babyagi;WRITE_DELAY=0;RETENTION_TIME=1000;DB_CLOSE_ON_EXIT=FALSE."
				+ " Without any file it works on PostgreSQL: spring.profiles.active=postgres.", unwritable);
	}

	private static FailureAnalysis damaged(@Nullable String description, Throwable cause) {
		return new FailureAnalysis(description,
				"Put a backup in its place (on a full disk, free space first),"
						+ " or extract what can be read with org.h2.tools.Recover of the H2 jar."
						+ " If it never held an objective, or you do not need what it held, move the file away:"
						+ " the next start begins a new one.",
				cause);
	}

	private static boolean isOfH2(SQLException sql) {
		return sql.getClass().getName().startsWith("org.h2.");
	}

	private static Stream<Throwable> causes(Throwable failure) {
		return Stream.iterate(failure, (cause) -> cause != null, Throwable::getCause).limit(30);
	}

}
