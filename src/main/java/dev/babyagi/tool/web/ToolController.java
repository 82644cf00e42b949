package dev.babyagi.tool.web;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

import dev.babyagi.tool.Tool;
import dev.babyagi.tool.ToolCatalogue;
import dev.babyagi.tool.ToolRisk;

/**
 * Lists the tools.
 */
@RestController
@Tag(name = "Tools", description = "What the service can do without a model")
class ToolController {

	private final ToolCatalogue catalogue;

	ToolController(ToolCatalogue catalogue) {
		this.catalogue = catalogue;
	}

	@GetMapping(path = "/v1/tools", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "List the tools",
			description = "Every tool, by name. An objective may use the tools with the risk pure; it may use the others only if it names them.")
	@ApiResponse(responseCode = "200", description = "The tools", useReturnTypeSchema = true,
			content = @Content(examples = @ExampleObject("""
					{"items": [{"name": "calculator", "description": "Computes an expression exactly ...",
					 "inputSchema": {"type": "object", "properties": {"expression": {"type": "string"}},
					  "required": ["expression"]}, "risk": "pure"}]}""")))
	ToolList listTools() {
		return new ToolList(this.catalogue.tools().stream().map(ToolView::of).toList());
	}

	/**
	 * The response that lists the tools.
	 *
	 * @param items the tools, sorted by name
	 */
	record ToolList(List<ToolView> items) {

	}

	/**
	 * A tool.
	 *
	 * @param name its name in plans
	 * @param description what it does
	 * @param inputSchema the JSON Schema of its inputs
	 * @param risk whether it may change anything outside the service
	 */
	@Schema(name = "Tool")
	record ToolView(@Schema(example = "calculator") String name, String description,
			@Schema(types = "object") JsonNode inputSchema, ToolRisk risk) {

		static ToolView of(Tool tool) {
			return new ToolView(tool.name(), tool.description(), tool.inputSchema(), tool.risk());
		}

	}

}
