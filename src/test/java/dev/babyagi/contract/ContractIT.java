package dev.babyagi.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import dev.babyagi.fake.FakeEndpoint;
import dev.babyagi.fake.FakeEndpointMain;
import dev.babyagi.faults.Replica;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The description that the packaged jar serves: Schemathesis finds nothing that is not as
 * described, and the clients that openapi-generator makes of it go through one objective.
 * Needs Python 3.10 or newer with {@code venv}, and npm for the TypeScript client.
 */
@EnabledIfSystemProperty(named = "contract", matches = "true", disabledReason = "Only -Pcontract runs it")
class ContractIT {

	private static final String SCHEMATHESIS = "schemathesis==4.32.5";

	private static final Path FILES = Path.of("src/test/contract");

	private static final Path TARGET = Path.of("target/contract").toAbsolutePath();

	@TempDir
	private Path directory;

	@Test
	void schemathesisFindsNothingWithoutAModel() {
		try (Replica service = service()) {
			schemathesis("without-model", service);
		}
	}

	@Test
	void schemathesisFindsNothingWithAModel() {
		try (FakeEndpoint endpoint = FakeEndpoint.start(FakeEndpointMain.answering(3));
				Replica service = service("--babyagi.language.base-url=" + endpoint.baseUrl(),
						"--babyagi.language.model=fake-1")) {
			endpoint.ledger().forgetBodies();
			schemathesis("with-model", service);
		}
	}

	@Test
	void theJavaClientGoesThroughAnObjective() throws IOException {
		try (Replica service = service()) {
			Path client = generate(service, "java", "--library", "native");
			Path sources = FILES.resolve("java/dev/babyagi/client");
			Path copies = Files.createDirectories(client.resolve("src/main/java/dev/babyagi/client"));
			copy(sources.resolve("ClientJourney.java"), copies);
			copy(sources.resolve("package-info.java"), copies);
			String said = ExternalProgram.run(client, Path.of("mvnw").toAbsolutePath().toString(), "-q", "-B",
					"compile", "org.codehaus.mojo:exec-maven-plugin:3.5.1:java",
					"-Dexec.mainClass=dev.babyagi.client.ClientJourney", "-Dexec.args=" + service.address());
			assertThat(said).contains("The Java client went through objective obj_");
		}
	}

	@Test
	void theTypeScriptClientGoesThroughAnObjective() throws IOException {
		if (!ExternalProgram.isThere("npm")) {
			System.err.println("npm IS NOT THERE: THE TYPESCRIPT CLIENT IS NOT TRIED");
			Assumptions.abort("npm is not there, so the TypeScript client was not tried");
		}
		try (Replica service = service()) {
			Path client = generate(service, "typescript-fetch", "--additional-properties=npmName=babyagi-client");
			copy(FILES.resolve("journey.ts"), client.resolve("src"));
			ExternalProgram.run(client, "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts");
			ExternalProgram.run(client, "npm", "run", "build");
			String said = ExternalProgram.run(client, "node", "dist/journey.js", service.address());
			assertThat(said).contains("The TypeScript client went through objective obj_");
		}
	}

	private Replica service(String... settings) {
		return Replica.launch(this.directory, "service", List.of(), List.of(settings)).awaitReady();
	}

	private static void schemathesis(String name, Replica service) {
		Path python = TARGET.resolve("venv/bin");
		if (!Files.exists(python.resolve("schemathesis"))) {
			ExternalProgram.run(Path.of(""), "python3", "-m", "venv", TARGET.resolve("venv").toString());
			ExternalProgram.run(Path.of(""), python.resolve("pip").toString(), "install", "-q", SCHEMATHESIS);
		}
		String said = ExternalProgram.run(Path.of(""), python.resolve("schemathesis").toString(), "--config-file",
				FILES.resolve("schemathesis.toml").toString(), "run", service.address() + "/v3/api-docs", "--url",
				service.address(), "--no-color", "--report", "junit", "--report-junit-path",
				TARGET.resolve(name + ".xml").toString());
		assertThat(said).containsPattern("(\\d+) generated, \\1 passed");
		System.out.println("Schemathesis " + name + ": " + said.substring(said.lastIndexOf("SUMMARY")));
	}

	private static Path generate(Replica service, String... generator) throws IOException {
		Path client = TARGET.resolve(generator[0]);
		Files.createDirectories(client);
		ExternalProgram.run(client,
				Stream
					.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
							TARGET.resolve("openapi-generator-cli.jar").toString(), "generate", "-i",
							service.address() + "/v3/api-docs", "-o", ".", "-g"), Stream.of(generator))
					.toArray(String[]::new));
		return client;
	}

	private static void copy(Path file, Path folder) throws IOException {
		Files.write(folder.resolve(file.getFileName()), Files.readAllBytes(file));
	}

}
