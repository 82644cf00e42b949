package dev.babyagi.journey;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The snippets of {@code docs/api.md}, run as they stand there but for the port.
 */
@ServiceOnH2
class DocumentedSnippetTests extends AbstractServiceTests {

	@LocalServerPort
	private int port;

	@TempDir
	private Path folder;

	@Test
	void followsAnObjectiveWithCurl() throws Exception {
		assumeThat(Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
			.anyMatch((folder) -> Files.isExecutable(Path.of(folder, "curl")))).as("there is a curl").isTrue();
		String id = service().solve("7 + 1").path("id").asString();
		String printed = run(List.of("sh", "-c", "id=" + id + "\n" + snippet("sh")));
		assertThat(printed).contains("event: objective.snapshot\n", "\"state\":\"completed\"", id);
	}

	@Test
	void followsAnObjectiveWithJava() throws Exception {
		String id = service().solve("7 + 2").path("id").asString();
		Path source = this.folder.resolve("FollowObjective.java");
		Files.writeString(source, snippet("java"));
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		String printed = run(List.of(java, source.toString(), id));
		assertThat(printed.lines()).singleElement()
			.asString()
			.contains("\"type\":\"objective.snapshot\"", "\"state\":\"completed\"", id);
	}

	private String snippet(String language) throws IOException {
		String docs = Files.readString(Path.of("docs/api.md"));
		int start = docs.indexOf("```" + language + "\n") + language.length() + 4;
		return docs.substring(start, docs.indexOf("```", start)).replace("localhost:8080", "127.0.0.1:" + this.port);
	}

	private static String run(List<String> command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).as(printed).isZero();
		return printed;
	}

}
