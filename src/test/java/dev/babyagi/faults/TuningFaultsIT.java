package dev.babyagi.faults;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.FakeTuningProvider;
import dev.babyagi.fake.FakeTuningProvider.Manner;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.journey.ServiceClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A fine-tuning while the process dies: after the provider has created the job, and
 * before anybody heard of it.
 */
@LongFormOnly
class TuningFaultsIT {

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path directory;

	@Test
	void createsOneJob() {
		try (TestBed site = TestBed.onH2(this.directory); FakeTuningProvider provider = FakeTuningProvider.start()) {
			site.endpoint().answer(ResponseScript.always(FakeResponse.text("{\"answer\": \"A\"}")));
			provider.behave(Manner.HOLDING_ONE_ANSWER, "trained");
			Replica replica = site.start("--babyagi.memory.embedding.model=none", "--babyagi.dispatch.lease=3s",
					"--babyagi.memory.index-dir=" + this.directory.resolve("index"),
					"--babyagi.fine-tuning.base-url=" + provider.baseUrl(), "--babyagi.fine-tuning.poll=100ms");
			String tuning = start(replica.service());
			await().atMost(30, TimeUnit.SECONDS).until(() -> provider.jobs().size() == 1);
			replica.kill();
			replica.restart();
			await().atMost(60, TimeUnit.SECONDS)
				.until(() -> replica.service().get(tuning).path("state").asString().equals("succeeded"));
			assertThat(provider.jobs()).hasSize(1);
			assertThat(replica.service().get(tuning).path("providerJobId").asString()).isEqualTo("ftjob-1");
		}
	}

	private static String start(ServiceClient service) {
		for (String book : new String[] { "12", "13" }) {
			JsonNode asked = service.solveWaiting("Which shelf holds book " + book + "?");
			service.post("/v1/objectives/" + asked.path("id").asString() + "/feedback", "{\"rating\":1}");
		}
		String dataset = service.post("/v1/datasets", "{\"format\":\"sft\",\"roles\":[\"executor\"],\"consent\":true}")
			.path("id")
			.asString();
		await().atMost(30, TimeUnit.SECONDS)
			.until(() -> service.get("/v1/datasets/" + dataset).path("state").asString().equals("ready"));
		return "/v1/fine-tunings/" + service
			.post("/v1/fine-tunings",
					"{\"datasetId\":\"%s\",\"baseModel\":\"base-1\",\"role\":\"executor\"}".formatted(dataset))
			.path("id")
			.asString();
	}

}
