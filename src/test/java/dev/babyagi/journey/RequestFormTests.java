package dev.babyagi.journey;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The forms of numbers and absent values that a JSON Schema allows.
 */
@ServiceOnH2
class RequestFormTests extends AbstractServiceTests {

	@Test
	void takesWhatTheDescriptionAllows() {
		String limits = "\"limits\":{\"maxTasks\":5.0,\"maxCostUsd\":0.12345678901234567890,\"maxDuration\":null}";
		JsonNode solved = service().solve("(3 + 5) * 3", limits, "\"outputSchema\":null", "\"contextId\":null");
		assertThat(solved.at("/limits/maxTasks").asInt()).isEqualTo(5);
		assertThat(solved.at("/limits/maxCostUsd").toString()).isEqualTo("0.123456789");
		assertThat(service().post("/v1/objectives", "{\"objective\":\"1+1\",\"outputSchema\":true}").toString())
			.contains("/problems/invalid-request", "must be an object");
	}

}
