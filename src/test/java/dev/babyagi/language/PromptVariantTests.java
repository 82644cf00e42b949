package dev.babyagi.language;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

import dev.babyagi.language.PromptSettings.Variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for other wordings of prompts.
 */
class PromptVariantTests {

	private static final PromptTemplate USUAL = PromptTemplate.load("execution", "think");

	@TempDir
	private Path folder;

	@Test
	void wordsInstructionsOtherwiseAndKeepsTheirValues() throws Exception {
		write("execution/think.brief.md", "Do the task. {{reply}} That is all.");
		PromptVariant brief = variants(new Variant("execution/think", "brief", 0.2)).all().getFirst();
		ModelRequest usual = request(USUAL.render(Map.of("reply", "Reply with $1 and {{reply}}.")));
		assertThat(brief.apply(usual).orElseThrow().system())
			.isEqualTo("Do the task. Reply with $1 and {{reply}}. That is all.");
		ModelRequest other = request("Answer the question.");
		assertThat(brief.apply(other)).isEmpty();
	}

	@Test
	void refusesWhatCannotTakeThePlaceOfThePrompt() throws Exception {
		write("execution/think.bare.md", "Do the task.");
		write("execution/think.brief.md", "Do it. {{reply}}");
		Variant brief = new Variant("execution/think", "brief", 0.5);
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> variants(new Variant("execution/think", "bare", 0.1)))
			.withMessageContaining("[reply]");
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> variants(new Variant("execution/think", "absent", 0.1)))
			.withMessageContaining("think.absent.md");
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> variants(new Variant("execution/judge", "brief", 0.1)))
			.withMessageContaining("Only these prompts have variants");
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> variants(brief, brief))
			.withMessageContaining("named twice");
		write("execution/think.short.md", "Do {{reply}}");
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> variants(brief, new Variant("execution/think", "short", 0.5)))
			.withMessageContaining("more than 0.9 together");
	}

	@Test
	void servesWhatPassedTheGateFirst() throws Exception {
		write("execution/think.brief.md", "Brief. {{reply}}");
		write("execution/think.short.md", "Short. {{reply}}");
		PromptVariants variants = variants(new Variant("execution/think", "brief", 0.2),
				new Variant("execution/think", "short", 0));
		ModelRoutes routes = new ModelRoutes();
		ModelRequest usual = request(USUAL.render(Map.of("reply", "Reply.")));
		assertThat(routes.route(usual, "a", UUID.randomUUID())).isSameAs(usual);
		routes.share(List.of(route(null, null, variants.all().getFirst())));
		assertThat(routes.route(usual, "b", UUID.randomUUID()).system()).isEqualTo("Brief. Reply.");
		routes.promote(List.of(route("a", "tuned", null), route("a", null, variants.all().getLast())));
		ModelRequest routed = routes.route(usual, "a", UUID.randomUUID());
		assertThat(routed.system()).isEqualTo("Short. Reply.");
		assertThat(routed.model()).isEqualTo("tuned");
		assertThat(routes.route(usual, "b", UUID.randomUUID()).system()).isEqualTo("Brief. Reply.");
	}

	private static ModelRoutes.Route route(@Nullable String tenant, @Nullable String model,
			@Nullable PromptVariant variant) {
		return new ModelRoutes.Route(tenant, ModelRole.EXECUTOR, model, variant, (objective) -> true);
	}

	private static ModelRequest request(String system) {
		return ModelRequest.of(ModelRole.EXECUTOR, system, "Multiply", ReplyForm.TEXT);
	}

	private PromptVariants variants(Variant... variants) {
		return new PromptVariants(new PromptSettings(this.folder, List.of(variants)));
	}

	private void write(String path, String text) throws Exception {
		Path file = this.folder.resolve(path);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}

}
