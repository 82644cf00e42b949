package dev.babyagi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The files around the code.
 */
class RepositoryTests {

	private static final Pattern IMAGE = Pattern.compile("(?m)^\\s*(?:FROM|image:)\\s+(\\S+)");

	private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");

	static Stream<Path> images() throws IOException {
		return files("docker", "Dockerfile", ".yaml");
	}

	@ParameterizedTest
	@MethodSource("images")
	void pinsTheImagesItStandsOn(Path file) throws IOException {
		List<String> images = IMAGE.matcher(Files.readString(file)).results().map((match) -> match.group(1)).toList();
		assertThat(images).isNotEmpty().allMatch((image) -> image.matches("[^:]+:\\d+\\.\\d+\\S*"));
	}

	static Stream<Path> yaml() throws IOException {
		return Stream.concat(files("docker", ".yaml"), files(".github", ".yml"));
	}

	@ParameterizedTest
	@MethodSource("yaml")
	void isWellFormed(Path file) throws IOException {
		Object document = new Yaml().load(Files.readString(file));
		assertThat(document).isNotNull();
	}

	static Stream<Path> pages() throws IOException {
		return Stream.concat(files("docs", ".md"), files(".github", ".md"));
	}

	@ParameterizedTest
	@MethodSource("pages")
	void linksOnlyToWhatIsThere(Path page) throws IOException {
		assertThat(LINK.matcher(Files.readString(page)).results().map((match) -> match.group(1)))
			.allSatisfy((link) -> assertThat(page.resolveSibling(link)).exists());
	}

	private static Stream<Path> files(String folder, String... endings) throws IOException {
		try (Stream<Path> files = Files.walk(Path.of(folder))) {
			return files.filter(Files::isRegularFile)
				.filter((file) -> Stream.of(endings).anyMatch((ending) -> file.toString().endsWith(ending)))
				.toList()
				.stream();
		}
	}

}
