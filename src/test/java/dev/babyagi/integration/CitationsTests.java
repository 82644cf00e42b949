package dev.babyagi.integration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.integration.Answer.Claim;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link Citations}.
 */
class CitationsTests {

	private final Citations citations = new Citations(Briefs.text());

	private final List<String> errors = new ArrayList<>();

	@Test
	void keepsTheCitesThatHoldEachOnceAndNamesTheOthers() {
		Citations.Sorted sorted = this.citations
			.sort(List.of(new Claim("a", List.of("t2", "t2", "t1")), new Claim("b", List.of("t3", "t9"))), this.errors);
		assertThat(sorted.claims()).containsExactly(new Claim("a", List.of("t2", "t1")), new Claim("b", List.of()));
		assertThat(sorted.cited()).containsExactly("t2", "t1");
		assertThat(this.errors).containsExactly("a claim cites t3, which has not succeeded",
				"a claim cites t9, which is no task of the plan");
		assertThat(sorted.warnings()).hasSize(2).allMatch((warning) -> warning.endsWith("the citation was dropped"));
	}

	@Test
	void findsFaultOnlyWithARequirementThatCouldHaveBeenCovered() {
		assertThat(this.citations.uncovered(Set.of("t1"), List.of(), this.errors)).containsExactly(
				"No claim serves the requirement r2 (People of Rome)",
				"No claim serves the requirement r3 (Weather of Lima)");
		assertThat(this.errors).as("no task that served r3 has succeeded").singleElement().asString().contains("r2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "r2", "(R2)", "r2: unknown", "the people of rome are not known" })
	void takesARequirementForMissingThatIsNamedSo(String missing) {
		assertThat(this.citations.uncovered(Set.of("t1"), List.of(missing), this.errors)).singleElement()
			.asString()
			.contains("r3");
		assertThat(this.errors).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "r21", "xr2", "Rome", "" })
	void takesNoOtherWordsForARequirement(String missing) {
		this.citations.uncovered(Set.of("t1"), List.of(missing), this.errors);
		assertThat(this.errors).singleElement().asString().contains("r2 (People of Rome)");
	}

	@Test
	void takesNumbersFromTheObjectiveAndWhatIsCited() {
		String objective = Briefs.text().objective();
		assertThat(this.citations.sources(Set.of("t2"))).containsExactly(objective, "Rome has 2,746,984 people");
		assertThat(this.citations.sources(Set.of())).as("or from all there is, if nothing is")
			.containsExactly(objective, "Oslo has 709,037 people", "Rome has 2,746,984 people");
	}

}
