package dev.babyagi.journey;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

import dev.babyagi.fake.FakeRequest;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.fake.WireFaults;
import dev.babyagi.objective.WireId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the database, the log and the answers hold, whatever the endpoint does.
 */
@ServiceOnH2
@ExtendWith(OutputCaptureExtension.class)
class SecretsTests extends AbstractServiceTests {

	private static final String QUESTION = "Compare the parts of the matter and say what was found";

	@Test
	void showsTheKeyToNobodyButTheEndpoint(CapturedOutput log) {
		StringBuilder seen = new StringBuilder();
		List<FakeResponse> faults = List.of(WireFaults.wrongKey(KEY), WireFaults.forbidden(), WireFaults.noSuchModel(),
				WireFaults.quotaUsedUp(), FakeResponse.error(400, "bad", "Bearer " + KEY + " is not welcome"));
		for (FakeResponse fault : faults) {
			ENDPOINT.answer(ResponseScript.always(fault));
			seen.append(everythingAbout(service().solve(QUESTION)));
		}
		ENDPOINT.answer(SecretsTests::echo);
		seen.append(everythingAbout(service().solve(QUESTION)));
		assertThat(ENDPOINT.ledger().calls()).as("the endpoint itself is given the key")
			.allMatch((call) -> call.request().headers().values().stream().anyMatch((value) -> value.contains(KEY)));
		assertThat(seen).doesNotContain(KEY);
		assertThat(log.getAll()).doesNotContain(KEY);
		assertThat(dump()).contains("objective").doesNotContain(KEY);
		assertThat(service().text("/actuator/prometheus")).contains("babyagi_").doesNotContain(KEY);
	}

	@Test
	void copiesNoBodyOfTheProviderIntoTheLog(CapturedOutput log) {
		ENDPOINT.answer(ResponseScript.always(FakeResponse.error(401, "invalid_api_key", WireFaults.CANARY)));
		service().solve(QUESTION);
		assertThat(log.getAll()).doesNotContain(WireFaults.CANARY);
	}

	@Test
	void keepsNoSerializedObjectWhileItWorks() throws InterruptedException {
		ENDPOINT.answer(ModelReplies.working(ModelReplies.fan(2), ModelReplies.ids(2)));
		ENDPOINT.latency(Duration.ofMillis(500));
		String id = service().submit(QUESTION);
		ENDPOINT.ledger().awaitCalls(1);
		assertThat(jdbc().sql("select task_data is null from scheduled_tasks where task_instance = ?")
			.param(WireId.parse("obj", id).orElseThrow().toString())
			.query(Boolean.class)
			.single()).isTrue();
		assertThat(dump().toLowerCase(Locale.ROOT)).doesNotContain("aced0005");
		service().await(id, ServiceClient::isTerminal);
	}

	private static FakeResponse echo(FakeRequest request) {
		return FakeResponse.text(request.system() + request.user());
	}

	private String everythingAbout(JsonNode objective) {
		String path = "/v1/objectives/" + objective.path("id").asString();
		return objective + service().text(path + "/events") + service().text(path + "/tasks")
				+ service().text(path + "/plan") + service().text(path + "/result");
	}

	private String dump() {
		return String.join("\n", jdbc().sql("script").query(String.class).list());
	}

}
