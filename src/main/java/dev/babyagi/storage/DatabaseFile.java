package dev.babyagi.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Registers our file systems with H2, and refuses three kinds of H2 files at the start. A
 * file that cannot be written is of no use. A file without {@code WRITE_DELAY=0} would
 * lose acknowledged commits when the process dies. A file that is there and holds no
 * tables is damaged, and H2 would begin a new database in it.
 */
@Component
public class DatabaseFile implements BeanFactoryPostProcessor, EnvironmentAware {

	/** The URL of an H2 database in one file; the group is the path of the file. */
	private static final Pattern FILE = Pattern.compile("jdbc:h2:(?!mem:|tcp:|ssl:|zip:)(?:[a-zA-Z]{2,}:)*([^;]+).*");

	private String url = "";

	private @Nullable Path found;

	@Override
	public void setEnvironment(Environment environment) {
		this.url = environment.getProperty("spring.datasource.url", "");
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
		FilePath.register(new PatientFilePath());
		FilePath.register(new FlushedFilePath());
		checkDurable(this.url);
		path(this.url).map((file) -> file.toAbsolutePath().normalize()).ifPresent(DatabaseFile::checkWritable);
		this.found = path(this.url).filter(Files::exists).orElse(null);
	}

	static void checkDurable(String url) {
		boolean stored = url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:mem:");
		if (stored && !(url.toUpperCase(Locale.ROOT) + ";").contains(";WRITE_DELAY=0;")) {
			throw new IllegalStateException("The H2 file in spring.datasource.url would lose acknowledged objectives"
					+ " when the process dies. Add ;WRITE_DELAY=0 to the URL, as in"
					+ " jdbc:h2:patient:async:./data/babyagi;WRITE_DELAY=0;RETENTION_TIME=1000;DB_CLOSE_ON_EXIT=FALSE");
		}
	}

	/**
	 * Refuses a file that cannot be written, and one whose folder cannot: H2 would open
	 * such a file to read only, or tell it like a damaged one. Makes the folder if there
	 * is none.
	 */
	static void checkWritable(Path file) {
		Path folder = Objects.requireNonNull(file.getParent(), "a file is in a folder");
		try {
			Files.createDirectories(folder);
			Files.delete(Files.createTempFile(folder, "babyagi", ".writable"));
		}
		catch (IOException ex) {
			throw new UnwritableFile(folder, ex);
		}
		if (Files.exists(file) && !(Files.isRegularFile(file) && Files.isWritable(file))) {
			throw new UnwritableFile(file, null);
		}
	}

	/** The path of the file of an H2 database; empty for any other database. */
	static Optional<Path> path(String url) {
		Matcher matcher = FILE.matcher(url);
		return matcher.matches() ? Optional.of(Path.of(inHome(matcher.group(1)) + ".mv.db")) : Optional.empty();
	}

	/** Whether the file was there before this start. */
	boolean wasThere() {
		return this.found != null;
	}

	/**
	 * The path of a file beside that of an H2 database, with the same name and another
	 * ending; empty for any other database.
	 */
	public Optional<Path> beside(String ending) {
		return path(this.url).map((file) -> Path.of(file.toString().replaceAll("\\.mv\\.db$", "") + ending));
	}

	private static String inHome(String path) {
		return path.startsWith("~") ? System.getProperty("user.home") + path.substring(1) : path;
	}

	/**
	 * Refuses a file that was there before this start and holds no tables of the service.
	 */
	void checkHoldsSomething(DataSource dataSource) {
		if (wasThere() && !isMigrated(dataSource)) {
			throw new DamagedFile("The H2 file " + this.found + " is there but holds no tables");
		}
	}

	private static boolean isMigrated(DataSource dataSource) {
		try (Connection connection = dataSource.getConnection();
				ResultSet tables = connection.getMetaData().getTables(null, null, "flyway_schema_history", null)) {
			return tables.next();
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The tables of the database cannot be listed", ex);
		}
	}

	/** The file of the database, or its folder, cannot be written. */
	static final class UnwritableFile extends RuntimeException {

		private final Path path;

		UnwritableFile(Path path, @Nullable IOException cause) {
			super("The H2 database of spring.datasource.url cannot be written to " + path
					+ ((cause != null) ? " (" + cause + ")" : ""), cause);
			this.path = path;
		}

		/** The file, or the folder if nothing can be written there. */
		Path path() {
			return this.path;
		}

	}

	/** A database file has lost what it held. */
	static final class DamagedFile extends RuntimeException {

		DamagedFile(String message) {
			super(message);
		}

	}

}
