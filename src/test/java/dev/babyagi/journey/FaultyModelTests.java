package dev.babyagi.journey;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.planning.Corruption;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The service with a model that is not to be relied on.
 */
@ServiceOnH2
class FaultyModelTests extends AbstractServiceTests {

	private static final int OBJECTIVES = 200;

	private static final double CORRUPTED = 0.2;

	@Test
	void drawsValidPlansWhenAFifthOfThePlannersRepliesIsCorrupted() {
		Random chance = new Random(20);
		String good = ModelReplies.fan(2);
		ResponseScript planner = (request) -> FakeResponse
			.text((chance.nextDouble() < CORRUPTED) ? Corruption.any(good, chance) : good);
		ENDPOINT.answer(ModelReplies.byRole(planner, ResponseScript.always(FakeResponse.text("found")),
				ResponseScript.always(FakeResponse.text(ModelReplies.join("t1")))));
		List<String> ids = new ArrayList<>();
		for (int count = 0; count < OBJECTIVES; count++) {
			ids.add(service().submit("Compare the parts of the matter and say what was found"));
		}
		List<JsonNode> ends = ids.stream().map((id) -> service().await(id, ServiceClient::isTerminal)).toList();
		assertThat(ends).allMatch((end) -> end.path("state").asString().equals("completed"));
		Map<String, Long> origins = ids.stream()
			.collect(
					Collectors.groupingBy((id) -> service().plan(id).path("origin").asString(), Collectors.counting()));
		assertThat(origins.getOrDefault("model", 0L) + origins.getOrDefault("repaired", 0L)).as("%s", origins)
			.isGreaterThanOrEqualTo(OBJECTIVES * 99 / 100);
		assertThat(origins).containsKeys("model", "repaired");
		assertThat(ends.stream().mapToInt((end) -> end.path("usage").path("modelCalls").asInt()).sum())
			.isEqualTo(ENDPOINT.ledger().size());
	}

	/** Twelve reservations at once are more than there is; eight are not quite. */
	@Test
	void stopsWithinItsMoneyWhenRepliesDoNotSayWhatTheyUsed() {
		ENDPOINT
			.answer(ModelReplies.byRole(ResponseScript.always(FakeResponse.text(ModelReplies.fan(12)).withoutUsage()),
					ResponseScript.always(FakeResponse.text("found").withoutUsage()),
					ResponseScript.always(FakeResponse.text(ModelReplies.join("t1")).withoutUsage())));
		JsonNode end = service().solve("Compare the parts of the matter and say what was found",
				"\"limits\":{\"maxCostUsd\":0.01}", "\"parallelism\":12");
		assertThat(end.path("stopReason").asString()).isEqualTo("budget_exhausted");
		assertThat(end.path("usage").path("costUsd").decimalValue()).isPositive()
			.isLessThanOrEqualTo(new BigDecimal("0.01"));
		assertThat(ENDPOINT.ledger().size()).isBetween(2, 13).isEqualTo(end.path("usage").path("modelCalls").asInt());
	}

}
