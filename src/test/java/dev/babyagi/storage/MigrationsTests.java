package dev.babyagi.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The versions of the migrations, which stand in a folder for each module.
 */
class MigrationsTests {

	private static final Path FOLDER = Path.of("src/main/resources/db/migration");

	private static final Pattern NAME = Pattern.compile("V(\\d+)__[a-z_]+\\.sql");

	/** The newest version of the first databases there were. */
	private static final int FIRST_DATABASES = 90;

	@Test
	void haveAVersionEachThatNoOtherHas() throws IOException {
		assertThat(versions()).isNotEmpty().doesNotHaveDuplicates();
	}

	/** A database that stands at a version passes over what is added below it. */
	@Test
	void areAddedOnTopOfWhatDatabasesHave() throws IOException {
		assertThat(versions()).filteredOn((version) -> version <= FIRST_DATABASES)
			.containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, FIRST_DATABASES);
	}

	private static List<Integer> versions() throws IOException {
		try (Stream<Path> files = Files.walk(FOLDER)) {
			return files.filter(Files::isRegularFile)
				.map((file) -> NAME.matcher(file.getFileName().toString()))
				.peek((name) -> assertThat(name.matches()).as("A name Flyway reads: %s", name).isTrue())
				.map((Matcher name) -> Integer.valueOf(name.group(1)))
				.toList();
		}
	}

}
