package dev.babyagi.integration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.babyagi.execution.Artifact;
import dev.babyagi.integration.Answer.Claim;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Origin;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task.Expect;

import static org.assertj.core.api.Assertions.assertThat;

class IntegrationTests {

	private static final String THIRD = "0.33333333333333333333333333333333333333333333333333";

	private final Integration integration = new Integration();

	@Test
	void answersWithTheArtifactThatIsReferredTo() {
		Answer answer = conclude("${t2.output}", null).orElseThrow();
		assertThat(answer).isEqualTo(Answer.ofText("Rome has 2,746,984 people", List.of(),
				List.of(new Claim("Rome has 2,746,984 people", List.of("t2")))));
		assertThat(answer.mediaType()).isEqualTo("text/plain");
	}

	@Test
	void warnsOfANumberThatIsRounded() {
		assertThat(conclude("${t1.output}", null).orElseThrow().warnings()).hasSize(1);
		assertThat(conclude("${t2.output.sizes[1]}", null).orElseThrow().warnings()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			${t1.output}            | 0.3333333333333333333333333333333333
			${t2.output.city}       | Oslo
			${t2.output.sizes[1]}   | 2.5
			${t2.output.sizes}      | [1,2.5]
			""")
	void showsAPartOfAnArtifactAsText(String reference, String text) {
		assertThat(conclude(reference, null).orElseThrow().text()).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					${t1.output}        | {"type":"number"}                                       | 0.3333333333333333333333333333333333
					${t1.output}        | {"type":"string"}                                       | "0.3333333333333333333333333333333333"
					${t2.output}        | {"type":"object","required":["city"]}                   | {"city":"Oslo","sizes":[1,2.50]}
					${t3.output}        | {"type":"object","required":["a"]}                      | {"a":1}
					${t4.output}        | {"type":"integer"}                                      | 24
					""")
	void shapesTheAnswerToItsSchema(String reference, String schema, String json) {
		Answer answer = conclude(reference, schema).orElseThrow();
		assertThat(answer.mediaType()).isEqualTo("application/json");
		assertThat(answer.answer().toString().replace("2.5]", "2.50]")).isEqualTo(json);
	}

	@Test
	void leavesAnAnswerThatFitsNoFormToAModel() {
		assertThat(conclude("${t2.output}", "{\"type\":\"array\"}")).isEmpty();
	}

	@Test
	void doesNotConcludeFromWhatIsNotThere() {
		assertThat(conclude("${t9.output}", null)).isEmpty();
		assertThat(conclude("${t2.output.none}", null)).isEmpty();
		assertThat(this.integration.conclude(Briefs.PLAN, Briefs.ARTIFACTS, null)).isEmpty();
		Plan template = Briefs.plan(new Conclusion.Template("${t1.output} and ${t9.output}"));
		assertThat(this.integration.conclude(template, Briefs.ARTIFACTS, null)).isEmpty();
	}

	@Test
	void fillsATemplateOnceAndForAll() {
		Map<String, Artifact> artifacts = Briefs.artifacts("t1", "see ${t2.output}", "t2", "SECRET");
		Plan plan = Briefs.plan(new Conclusion.Template("First: ${t1.output}."));
		Answer answer = this.integration.conclude(plan, artifacts, null).orElseThrow();
		assertThat(answer.text()).isEqualTo("First: see ${t2.output}.");
		assertThat(answer.claims()).singleElement()
			.satisfies((claim) -> assertThat(claim.cites()).containsExactly("t1"));
	}

	@Test
	void keepsATemplateThatIsJsonWhateverIsPutIn() {
		Map<String, Artifact> artifacts = Briefs.artifacts("t1", "\",\"admin\":\"true");
		Plan plan = Briefs.plan(new Conclusion.Template("{\"name\":\"${t1.output}\"}"));
		Answer answer = this.integration.conclude(plan, artifacts, Briefs.json("{\"type\":\"object\"}", true))
			.orElseThrow();
		assertThat(answer.answer()).hasSize(1);
		assertThat(answer.answer().path("name").stringValue()).isEqualTo("\",\"admin\":\"true");
	}

	@Test
	void concludesATaskFromItsChildrenWithEveryDigit() {
		Map<String, Artifact> artifacts = Map.of("t1-1", Briefs.artifact(THIRD));
		Artifact artifact = this.integration.ofChildren(new Conclusion.Reference("${t1-1.output}"), artifacts)
			.orElseThrow();
		assertThat(artifact.value().decimalValue().toPlainString()).isEqualTo(THIRD);
		Artifact text = this.integration.ofChildren(new Conclusion.Template("It is ${t1-1.output}"), artifacts)
			.orElseThrow();
		assertThat(text.text()).isEqualTo("It is 0.3333333333333333333333333333333333");
		assertThat(text.type()).isEqualTo(Expect.Type.TEXT);
		assertThat(this.integration.ofChildren(new Conclusion.Synthesize("Join"), artifacts)).isEmpty();
	}

	@Test
	void assemblesWhatWasFoundAndStatesTheGaps() {
		Answer answer = this.integration
			.assemble(Briefs.PLAN, Briefs.ARTIFACTS, Map.of("t3", "failed"), List.of("the budget is used up"))
			.orElseThrow();
		assertThat(answer.text()).containsSubsequence("t1, Task t1:\nOslo has 709,037 people", "t2, Task t2:",
				"Missing: the budget is used up", "Not done: t3, Task t3 (failed)");
		assertThat(answer.warnings()).containsExactly("Missing: the budget is used up",
				"Not done: t3, Task t3 (failed)");
		assertThat(answer.claims()).extracting(Claim::cites).containsExactly(List.of("t1"), List.of("t2"));
		assertThat(answer.mediaType()).isEqualTo("text/plain");
	}

	@Test
	void assemblesNothingOutOfNothing() {
		assertThat(this.integration.assemble(Briefs.PLAN, Map.of(), Map.of(), List.of())).isEmpty();
	}

	@Test
	void assemblesAParentInThePlaceOfItsChildren() {
		Plan plan = new Plan(2, Origin.DECOMPOSED, null, List.of(),
				List.of(Plans.subPlan("t1", "Whole"), Plans.child("t1-1", "t1")), new Conclusion.Synthesize("All"));
		Map<String, Artifact> both = Briefs.artifacts("t1", "the whole", "t1-1", "a part");
		assertThat(this.integration.assemble(plan, both, Map.of(), List.of()).orElseThrow().text())
			.contains("the whole")
			.doesNotContain("a part");
		Map<String, Artifact> child = Briefs.artifacts("t1-1", "a part");
		assertThat(this.integration.assemble(plan, child, Map.of(), List.of()).orElseThrow().text()).contains("a part");
	}

	@Test
	void writesAnAnswerInTheShapeOfTheContractAndReadsItBack() {
		Answer answer = Answer.ofJson(Briefs.json("{\"n\":0.30}", true), List.of("w"),
				List.of(new Claim("c", List.of("t1", "t2"))));
		assertThat(answer.toJson()).hasToString(
				"{\"answer\":{\"n\":0.30},\"mediaType\":\"application/json\",\"warnings\":[\"w\"],\"claims\":[{\"text\":\"c\",\"cites\":[\"t1\",\"t2\"]}]}");
		assertThat(Answer.fromJson(Briefs.json(answer.toJson().toString(), true))).isEqualTo(answer);
	}

	private Optional<Answer> conclude(String reference, @Nullable String schema) {
		Map<String, Artifact> artifacts = new HashMap<>(Briefs.ARTIFACTS);
		if (!reference.equals("${t2.output}") || schema != null) {
			artifacts.put("t1", Briefs.artifact(THIRD));
			artifacts.put("t2", Briefs.artifact("{\"city\":\"Oslo\",\"sizes\":[1,2.50]}"));
			artifacts.putAll(Briefs.artifacts("t3", "Here it is: {\"a\":1}", "t4", "24"));
		}
		return this.integration.conclude(Briefs.plan(new Conclusion.Reference(reference)), artifacts,
				(schema != null) ? Briefs.json(schema, true) : null);
	}

}
