package dev.babyagi.journey;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A request that is sent again with its key after its objective has been erased.
 */
@ServiceOnH2
class RepeatedRequestTests extends AbstractServiceTests {

	@Test
	void answersARepetitionAtOnceWhenTheObjectiveIsErased() {
		HttpResponse<String> first = service().offer("(3 + 5) * 4", "erased");
		String id = JsonMapper.shared().readTree(first.body()).path("id").asString();
		service().await(id, ServiceClient::isTerminal);
		service().erase(id);
		HttpResponse<String> repeated = service().offerWaiting("(3 + 5) * 4", "erased", 60);
		assertThat(repeated.statusCode()).isEqualTo(202);
		assertThat(repeated.body()).isEqualTo(first.body());
	}

}
