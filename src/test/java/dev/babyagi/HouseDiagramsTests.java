package dev.babyagi;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Draws the modules as they are.
 */
@Execution(ExecutionMode.CONCURRENT)
class HouseDiagramsTests {

	@Test
	void drawsEveryModule() {
		new Documenter(ApplicationModules.of(BabyAgiApplication.class)).writeDocumentation();
		Path drawn = Path.of("target", "spring-modulith-docs");
		assertThat(drawn.resolve("components.puml")).exists();
		assertThat(drawn.resolve("module-journey.puml"))
			.satisfies((diagram) -> assertThat(Files.readString(diagram)).contains("Execution"));
	}

}
