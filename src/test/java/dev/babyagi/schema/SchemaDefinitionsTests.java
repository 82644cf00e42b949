package dev.babyagi.schema;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.reply.ExactJson;

import static org.assertj.core.api.Assertions.assertThat;

class SchemaDefinitionsTests {

	@Test
	void movesDefinitionsToTheRootWhereReferencesLookForThem() {
		JsonNode schema = ExactJson.read(
				"{\"items\":{\"$ref\":\"#/$defs/n\"},\"$defs\":{\"n\":{\"type\":\"number\"}},\"definitions\":{\"m\":true}}");
		ObjectNode root = (ObjectNode) ExactJson.read("{\"type\":\"object\"}");
		JsonNode part = SchemaDefinitions.hoist(schema, root);
		assertThat(part).isEqualTo(ExactJson.read("{\"items\":{\"$ref\":\"#/$defs/n\"}}"));
		assertThat(root).isEqualTo(ExactJson
			.read("{\"type\":\"object\",\"$defs\":{\"n\":{\"type\":\"number\"}},\"definitions\":{\"m\":true}}"));
		assertThat(schema.has("$defs")).isTrue();
		root.set("properties", ExactJson.object().set("value", part));
		assertThat(SchemaFit.of(root, ExactJson.read("{\"value\":[1]}")).fits()).isTrue();
		assertThat(SchemaFit.of(root, ExactJson.read("{\"value\":[\"x\"]}")).misfits()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "true", "{\"type\":\"number\"}" })
	void leavesASchemaWithoutDefinitionsAsItIs(String schema) {
		ObjectNode root = ExactJson.object();
		assertThat(SchemaDefinitions.hoist(ExactJson.read(schema), root)).isEqualTo(ExactJson.read(schema));
		assertThat(root.isEmpty()).isTrue();
	}

}
