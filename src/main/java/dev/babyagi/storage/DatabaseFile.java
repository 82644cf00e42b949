package dev.babyagi.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
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
 * Brings the file systems of ours to H2, and refuses an H2 file that would lose what was
 * acknowledged: one that is written later than it is answered, as is H2's default, and
 * one that is there and holds nothing, as a damaged one may. H2 would begin a new
 * database in it.
 */
@Component
class DatabaseFile implements BeanFactoryPostProcessor, EnvironmentAware {

	/** The file systems of H2 that keep a database in one file, and its path. */
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

	/** Where the file of an H2 database is; nothing for any other database. */
	static Optional<Path> path(String url) {
		Matcher matcher = FILE.matcher(url);
		return matcher.matches() ? Optional.of(Path.of(inHome(matcher.group(1)) + ".mv.db")) : Optional.empty();
	}

	/** Whether there was a file before this start. */
	boolean wasThere() {
		return this.found != null;
	}

	/** A file of the same name with another ending, beside that of an H2 database. */
	Optional<Path> beside(String ending) {
		return path(this.url).map((file) -> Path.of(file.toString().replaceAll("\\.mv\\.db$", "") + ending));
	}

	private static String inHome(String path) {
		return path.startsWith("~") ? System.getProperty("user.home") + path.substring(1) : path;
	}

	/**
	 * Refuses a file that was there before this start and holds none of our tables.
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
			throw new IllegalStateException("The database cannot be asked for its tables", ex);
		}
	}

	/** A database file that cannot be what it was. */
	static final class DamagedFile extends RuntimeException {

		DamagedFile(String message) {
			super(message);
		}

	}

}
