package dev.babyagi.tool;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ToolSchemas}.
 */
class ToolSchemasTests {

	private final ToolSchemas schemas = new ToolSchemas();

	@Test
	void inputsOfTheRightShapeFit() {
		assertThat(this.schemas.validate(BuiltinTools.calculator(), inputs().put("expression", "1 + 1"))).isEmpty();
	}

	@Test
	void eachMisfitNamesItsPlace() {
		assertThat(this.schemas.validate(BuiltinTools.calculator(), inputs().put("expression", 1).put("sum", 2)))
			.containsExactlyInAnyOrder("/expression: integer found, string expected",
					"/: property 'sum' is not defined in the schema and the schema does not allow additional properties");
	}

	@Test
	void whatIsNotKnownYetFits() {
		ObjectNode inputs = inputs().put("operation", "add").put("amount", "${t1.output}").put("unit", 3);
		assertThat(this.schemas.validate(BuiltinTools.datetime(), inputs, (value) -> value.toString().contains("${")))
			.allMatch((problem) -> problem.startsWith("/unit: "))
			.isNotEmpty();
	}

	private static ObjectNode inputs() {
		return JsonNodeFactory.instance.objectNode();
	}

}
