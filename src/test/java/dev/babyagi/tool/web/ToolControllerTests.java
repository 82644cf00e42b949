package dev.babyagi.tool.web;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.babyagi.tool.BuiltinTools;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ToolController}.
 */
class ToolControllerTests {

	private final MockMvcTester mvc = MockMvcTester.of(new ToolController(BuiltinTools.catalogue()));

	@Test
	void listsTheToolsByName() {
		assertThat(this.mvc.get().uri("/v1/tools")).hasStatusOk()
			.hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON)
			.bodyJson()
			.extractingPath("$.items[*].name")
			.asArray()
			.containsExactly("calculator", "datetime");
	}

	@Test
	void aToolSaysWhatItDoesWithWhatAndAtWhichRisk() {
		var body = assertThat(this.mvc.get().uri("/v1/tools")).bodyJson();
		body.extractingPath("$.items[0].risk").asString().isEqualToIgnoringCase("pure");
		body.extractingPath("$.items[0].description").asString().startsWith("Computes an expression exactly");
		body.extractingPath("$.items[0].inputSchema.required[0]").isEqualTo("expression");
	}

}
