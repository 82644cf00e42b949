package dev.babyagi.journey;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What clients ask for again and again: whether an objective has changed, and those of
 * their own.
 */
@ServiceOnH2
class ObjectiveListTests extends AbstractServiceTests {

	@Test
	void saysInOneLineThatNothingHasChanged() {
		String id = service().solve("17 + 4").path("id").asString();
		HttpResponse<String> first = service().look("/v1/objectives/" + id);
		String tag = first.headers().firstValue("ETag").orElseThrow();
		assertThat(tag).matches("\"[0-9a-f]{32}\"");
		assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache, private");
		HttpResponse<String> second = service().lookUnlessSame("/v1/objectives/" + id, tag);
		assertThat(second.statusCode()).isEqualTo(304);
		assertThat(second.body()).isEmpty();
		assertThat(second.headers().firstValue("ETag")).contains(tag);
		assertThat(service().lookUnlessSame("/v1/objectives/" + id, "\"other\"").statusCode()).isEqualTo(200);
	}

	@Test
	void changesTheTagWithTheState() {
		ENDPOINT.answer(ResponseScript.always(FakeResponse.text("{\"answer\": \"Oslo\"}")));
		String id = service().submit("What is the capital of Norway today?");
		String early = service().look("/v1/objectives/" + id).headers().firstValue("ETag").orElseThrow();
		service().await(id, ServiceClient::isTerminal);
		assertThat(service().lookUnlessSame("/v1/objectives/" + id, early).statusCode()).isEqualTo(200);
	}

	@Test
	void listsThoseWithTheMetadataThatIsAskedFor() {
		String longValue = "é".repeat(500);
		String blue = service().submit("1 + 21", "\"metadata\":{\"team\":\"blue\",\"run.no\":\"7\"}");
		String red = service().submit("1 + 22", "\"metadata\":{\"team\":\"red\",\"run.no\":\"7\"}");
		String wordy = service().submit("1 + 23", "\"metadata\":{\"team\":\"" + longValue + "\"}");
		assertThat(listed("metadata.team=blue")).containsExactly(blue);
		assertThat(listed("metadata.run.no=7")).containsExactly(red, blue);
		assertThat(listed("metadata.run.no=7&metadata.team=red")).containsExactly(red);
		assertThat(listed("metadata.team=" + "%C3%A9".repeat(500))).containsExactly(wordy);
		assertThat(listed("metadata.team=" + "%C3%A9".repeat(499))).isEmpty();
		assertThat(listed("metadata.Team=blue")).isEmpty();
		assertThat(listed("metadata.team=blue&state=canceled")).isEmpty();
	}

	@Test
	void refusesAFilterThatItDoesNotKnow() {
		JsonNode problem = service().get("/v1/objectives?metadat.team=blue");
		assertThat(problem.path("status").asInt()).isEqualTo(400);
		assertThat(problem.toString()).contains("metadata.<name>");
		assertThat(service().status("/v1/objectives?metadata.=blue")).isEqualTo(400);
		assertThat(service().status("/v1/objectives?metadata.team=blue&metadata.team=red")).isEqualTo(400);
		assertThat(service().status("/v1/objectives?contextId=nothing")).isEqualTo(400);
	}

	private List<String> listed(String filter) {
		return service().get("/v1/objectives?" + filter)
			.path("items")
			.valueStream()
			.map((objective) -> objective.path("id").asString())
			.toList();
	}

}
