package dev.babyagi.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests of {@link DatabaseFile}.
 */
class DatabaseFileTests {

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:h2:file:./data/babyagi", "jdbc:h2:./data/babyagi", "jdbc:h2:async:./data/babyagi",
			"jdbc:h2:tcp://localhost/babyagi", "jdbc:h2:async:./data/babyagi;WRITE_DELAY=500",
			"jdbc:h2:async:./data/babyagi;WRITE_DELAY=0500" })
	void refusesAFileThatWritesLater(String url) {
		assertThatIllegalStateException().isThrownBy(() -> DatabaseFile.checkDurable(url))
			.withMessageContaining("WRITE_DELAY=0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:h2:async:./data/babyagi;WRITE_DELAY=0", "jdbc:h2:mem:test",
			"jdbc:postgresql://localhost/babyagi" })
	void takesWhatKeepsEachCommit(String url) {
		assertThatCode(() -> DatabaseFile.checkDurable(url)).doesNotThrowAnyException();
	}

	@Test
	void takesTheSettingInAnyCase() {
		assertThatCode(() -> DatabaseFile.checkDurable("jdbc:h2:async:./x;write_delay=0")).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@CsvSource({ "jdbc:h2:async:./data/babyagi;WRITE_DELAY=0, ./data/babyagi.mv.db", "jdbc:h2:/x/y, /x/y.mv.db",
			"jdbc:h2:file:/x/y;WRITE_DELAY=0, /x/y.mv.db", "jdbc:h2:retry:async:/x/y, /x/y.mv.db" })
	void findsTheFile(String url, String path) {
		assertThat(DatabaseFile.path(url)).contains(Path.of(path));
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:h2:mem:x", "jdbc:h2:tcp://localhost/x", "jdbc:postgresql://localhost/babyagi", "" })
	void findsNoneWhereThereIsNone(String url) {
		assertThat(DatabaseFile.path(url)).isEmpty();
	}

	@Test
	void makesTheFolderAndLeavesNothingInIt(@TempDir Path directory) {
		Path folder = directory.resolve("a/b");
		DatabaseFile.checkWritable(folder.resolve("babyagi.mv.db"));
		assertThat(folder).isEmptyDirectory();
	}

	/** Tests may run as root, whom no permissions keep from writing. */
	@Test
	void refusesAFolderThatCannotBeWritten(@TempDir Path directory) throws IOException {
		Path file = Files.createFile(directory.resolve("data"));
		assertThatExceptionOfType(DatabaseFile.UnwritableFile.class)
			.isThrownBy(() -> DatabaseFile.checkWritable(file.resolve("babyagi.mv.db")))
			.satisfies((unwritable) -> assertThat(unwritable.path()).isEqualTo(file))
			.satisfies((unwritable) -> assertThat(analysis(new BeanCreationException("x", unwritable)))
				.contains("cannot be written to " + file, "chown 10001", "SPRING_DATASOURCE_URL"));
	}

	@Test
	void refusesAFileThatCannotBeWritten(@TempDir Path directory) throws IOException {
		Path file = Files.createDirectory(directory.resolve("babyagi.mv.db"));
		assertThatExceptionOfType(DatabaseFile.UnwritableFile.class).isThrownBy(() -> DatabaseFile.checkWritable(file))
			.satisfies((unwritable) -> assertThat(unwritable.path()).isEqualTo(file));
	}

	@Test
	void explainsTablesOfAMigrationThatWasCutShort(@TempDir Path directory) {
		JdbcDataSource file = new JdbcDataSource();
		file.setUrl("jdbc:h2:" + directory.resolve("babyagi"));
		Flyway flyway = Flyway.configure().dataSource(file).load();
		flyway.migrate();
		JdbcClient.create(file).sql("delete from \"flyway_schema_history\" where \"installed_rank\" > 8").update();
		assertThatExceptionOfType(FlywayException.class).isThrownBy(flyway::migrate)
			.satisfies((failure) -> assertThat(analysis(new BeanCreationException("x", failure)))
				.contains("not those of any version", "Put a backup in its place"));
	}

	private static String analysis(Throwable failure) {
		FailureAnalysis analysis = Objects.requireNonNull(new StorageFailures().analyze(failure));
		return analysis.getDescription() + analysis.getAction();
	}

}
