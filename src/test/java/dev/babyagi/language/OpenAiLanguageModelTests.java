package dev.babyagi.language;

import java.math.BigDecimal;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.fake.FakeEndpoint;
import dev.babyagi.fake.FakeRequest;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.Script;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The plain way: one ask, one request, one reply.
 */
class OpenAiLanguageModelTests {

	private final FakeEndpoint endpoint = FakeEndpoint.start(Script.always(FakeResponse.text("Paris")));

	private final Asked asked = Asked.of(this.endpoint);

	@AfterEach
	void close() {
		this.asked.close();
		this.endpoint.close();
	}

	@Test
	void answersATextWithOneRequest() {
		Heard heard = this.asked.text("Capital of France?");
		assertThat(heard)
			.isEqualTo(new Heard.Reply("Paris", false, "fake-1", new Usage(1, 10, 2, BigDecimal.ZERO.setScale(6))));
		assertThat(this.endpoint.ledger().size()).isEqualTo(1);
	}

	@Test
	void sendsPlainMessagesAndTheLengthLimit() {
		this.asked.text("Capital of France?");
		FakeRequest request = this.endpoint.ledger().calls().getFirst().request();
		assertThat(request.system()).isEqualTo("You answer.");
		assertThat(request.user()).isEqualTo("Capital of France?");
		assertThat(request.maxTokens()).isEqualTo(2048);
		assertThat(request.parameter("temperature"))
			.hasValueSatisfying((value) -> assertThat(value.asDouble()).isZero());
		assertThat(request.form()).isEqualTo("text");
		assertThat(request.text()).doesNotContain("top_p", "top_k", "developer");
	}

	@Test
	void asksForAJsonSchemaThatIsNotStrict() {
		this.endpoint.answer(Script.always(FakeResponse.text("{\"city\":\"Paris\"}")));
		Heard heard = this.asked.structured("Capital of France?");
		assertThat(heard).isInstanceOfSatisfying(Heard.Reply.class,
				(reply) -> assertThat(reply.text()).isEqualTo("{\"city\":\"Paris\"}"));
		FakeRequest request = this.endpoint.ledger().calls().getFirst().request();
		assertThat(request.body().path("response_format")).isEqualTo(JsonMapper.shared().readTree("""
				{"type":"json_schema","json_schema":{"name":"city","strict":false,"schema":
				{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}}"""));
		assertThat(request.system()).isEqualTo("You answer.");
	}

	@Test
	void sendsTheKeyAndNothingAboutThePlatform() {
		this.asked.text("Capital of France?");
		assertThat(this.endpoint.ledger().calls().getFirst().request().headers())
			.containsEntry("authorization", "Bearer " + Asked.KEY)
			.allSatisfy((name, value) -> assertThat(name).doesNotStartWith("x-stainless"));
	}

}
