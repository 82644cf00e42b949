package dev.babyagi.execution;

import java.math.BigDecimal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.babyagi.plan.Task.Expect;

import static org.assertj.core.api.Assertions.assertThat;

class ArtifactTests {

	@ParameterizedTest
	@CsvSource(
			textBlock = """
					0.33333333333333333333333333333333333333333333333333, 1/3, true
					0.33333333333333333333333333333333333333333333333333, , true
					0.25, 1/4, false
					0.25, , false
					-12, -12, false
					1.0000000000000000000000000000000000, 10000000000000000000000000000000000000000000000000000000000001/10000000000000000000000000000000000000000000000000000000000000, true
					""")
	void isRoundedIfItIsShownWithFewerDigitsThanItHas(BigDecimal value, String exact, boolean rounded) {
		Artifact artifact = new Artifact(Expect.Type.NUMBER, JsonNodeFactory.instance.numberNode(value), "", exact);
		assertThat(artifact.isRounded()).isEqualTo(rounded);
	}

}
