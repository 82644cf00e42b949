package dev.babyagi.exemplar;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import dev.babyagi.family.SlottedText;
import dev.babyagi.reply.ExactJson;

import static org.assertj.core.api.Assertions.assertThat;

class LiteralSubstitutionTests {

	private static final String OBJECTIVE = "Is it further from Oslo to Rome than 1200 km, or 3?";

	@Test
	void fillsTextsAndNumbersButNotTheFormOfAPlan() {
		JsonNode plan = ExactJson
			.read("""
					{"tasks": [{"id": "t3", "title": "Oslo to Rome", "instruction": "Distance of Oslo and Rome; 1200.5 is not 1200",
					"assignment": "tool", "tool": "calculator", "inputs": {"km": 1200, "at": "${t3.output[3]} + 3"}}],
					"final": {"kind": "template", "value": "Oslo: ${t3.output}"}}""");
		JsonNode filled = fill(OBJECTIVE, "Is it further from Bern to New York than 90 km, or 4?", plan).orElseThrow();
		assertThat(filled).isEqualTo(ExactJson
			.read("""
					{"tasks": [{"id": "t3", "title": "Bern to New York", "instruction": "Distance of Bern and New York; 1200.5 is not 90",
					"assignment": "tool", "tool": "calculator", "inputs": {"km": 90, "at": "${t3.output[3]} + 4"}}],
					"final": {"kind": "template", "value": "Bern: ${t3.output}"}}"""));
	}

	@Test
	void exchangesLiteralsInOneStep() {
		assertThat(fill("Go from Oslo to Rome", "Go from Rome to Oslo", instruction("From Oslo to Rome")))
			.contains(instruction("From Rome to Oslo"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Add 3 to 4 | Add 3 to 4 now | other words",
			"Add 3 to 3 | Add 3 to 4 | one literal would become two", "Add 3 to 4 | Add <number> to 4 | fewer literals",
			"Add 3 to 9 | Add 3 to 5 | the plan does not have the 9" })
	void refusesWhatItCannotBeSureOf(String from, String to, String why) {
		assertThat(fill(from, to, instruction("Add 3 to 4"))).as(why).isEmpty();
	}

	@Test
	void tellsWhichSlotsDiffer() {
		LiteralSubstitution substitution = LiteralSubstitution
			.of(SlottedText.of("Ship 3 kg to Oslo"), SlottedText.of("Ship 3 kg to Rome"))
			.orElseThrow();
		assertThat(substitution.differences()).isEqualTo(new ProvenSlots(0b10));
		assertThat(substitution.isCoveredBy(new ProvenSlots(0b11))).isTrue();
		assertThat(substitution.isCoveredBy(new ProvenSlots(0b01))).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Add 3 to 4        | false", "Add 3 to 4: it is 7 | true",
			"Add 3 to ${t1.output[8]} | false", "Add 3 to 4 as in Rome | true" })
	void findsWhatAPlanKnowsBesides(String text, boolean foreign) {
		assertThat(ForeignLiterals.areIn(instruction(text), SlottedText.of("What is 3 and 4 together?")))
			.isEqualTo(foreign);
	}

	private static Optional<JsonNode> fill(String from, String to, JsonNode plan) {
		return LiteralSubstitution.of(SlottedText.of(from), SlottedText.of(to))
			.flatMap((substitution) -> substitution.in(plan));
	}

	private static JsonNode instruction(String text) {
		return ExactJson.object().put("instruction", text);
	}

}
