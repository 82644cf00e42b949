package dev.babyagi.language.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.babyagi.language.LanguageModel;

/**
 * Lists the model of each role.
 */
@RestController
@Tag(name = "Models", description = "The language models at work")
class ModelsController {

	private static final String EXAMPLE = """
			{"items": [
			  {"role": "planner", "model": "gpt-5.4-mini", "contextTokens": 32768},
			  {"role": "executor", "model": "qwen2.5:7b", "contextTokens": 8192}
			]}""";

	private final LanguageModel language;

	ModelsController(LanguageModel language) {
		this.language = language;
	}

	@GetMapping(path = "/v1/models", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "List the model of each role",
			description = "One item for each of planner, executor, joiner, judge, extractor and reflector; none if no endpoint is configured.")
	@ApiResponse(responseCode = "200", description = "The models", useReturnTypeSchema = true,
			content = @Content(examples = @ExampleObject(EXAMPLE)))
	ModelList listModels() {
		return ModelList.of(this.language.models());
	}

}
