package dev.babyagi.language.openai;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.fake.FakeRequest;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.fake.WireFaults;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelResult;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.language.PromptMessage;
import dev.babyagi.language.ReplyForm;
import dev.babyagi.language.ToolDefinition;
import dev.babyagi.language.openai.LanguageSettings.RoleSettings;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The plain way: one ask, one request, one reply.
 */
class OpenAiLanguageModelTests extends OverHttp {

	private FakeRequest request() {
		return this.endpoint.ledger().calls().getLast().request();
	}

	@Test
	void answersATextWithOneRequest() {
		ModelResult.Reply reply = reply(this.asked.text("Capital of France?"));
		assertThat(reply.text()).isEqualTo("Paris");
		assertThat(reply.truncated()).isFalse();
		assertThat(reply.model()).isEqualTo("fake-1");
		assertThat(reply.usage().calls()).isOne();
		assertThat(reply.usage().inputTokens()).isEqualTo(10);
		assertThat(reply.usage().outputTokens()).isEqualTo(2);
		assertThat(reply.usage().costUsd()).isZero();
	}

	@Test
	void sendsPlainMessagesAndTheLengthLimit() {
		this.asked.text("Capital of France?");
		assertThat(request().body()).isEqualTo(JsonMapper.shared().readTree("""
				{"messages":[{"role":"system","content":"You answer."},{"role":"user","content":"Capital of France?"}],
				"model":"fake","max_tokens":2048,"temperature":0.0}"""));
	}

	@Test
	void sendsAConversationAndTheToolsOnOffer() {
		ToolDefinition tool = new ToolDefinition("datetime", "Tells the time", JsonMapper.shared().readTree("""
				{"type":"object","properties":{"zone":{"type":"string"}}}"""));
		this.asked.ask(ModelRequest
			.of(ModelRole.EXECUTOR,
					List.of(PromptMessage.system("You answer."), PromptMessage.user("Hello"),
							PromptMessage.assistant("Hello!"), PromptMessage.user("What time is it?")),
					ReplyForm.TEXT)
			.withTools(List.of(tool)));
		assertThat(request().body()).isEqualTo(JsonMapper.shared().readTree("""
				{"messages":[{"role":"system","content":"You answer."},{"role":"user","content":"Hello"},
				{"role":"assistant","content":"Hello!"},{"role":"user","content":"What time is it?"}],
				"model":"fake","max_tokens":2048,"temperature":0.0,"tools":[{"type":"function","function":
				{"name":"datetime","description":"Tells the time","parameters":
				{"type":"object","properties":{"zone":{"type":"string"}}}}}]}"""));
	}

	@Test
	void asksWithoutToolsWhereNoneAreSupported() {
		ToolDefinition tool = new ToolDefinition("datetime", "Tells the time", JsonMapper.shared().createObjectNode());
		this.endpoint.answer(ResponseScript.always(PARIS)
			.except((request) -> request.parameter("tools").isPresent(),
					ResponseScript.always(WireFaults.valueRefused("tools"))));
		reply(this.asked.ask(ModelFixture.question("?", ReplyForm.TEXT).withTools(List.of(tool))));
		assertThat(request().parameter("tools")).isEmpty();
		assertThat(calls()).isEqualTo(2);
	}

	@Test
	void asksForAJsonSchemaThatIsNotStrict() {
		answer(PARIS_AS_JSON);
		assertThat(reply(this.asked.structured("Capital of France?")).text()).isEqualTo("{\"city\":\"Paris\"}");
		assertThat(request().body().path("response_format")).isEqualTo(JsonMapper.shared().readTree("""
				{"type":"json_schema","json_schema":{"name":"city","strict":false,"schema":
				{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}}"""));
		assertThat(request().system()).isEqualTo("You answer.");
	}

	@Test
	void samplesByTheSettingsOfTheRole() {
		RoleSettings joiner = new RoleSettings("qwen2.5:7b", 0.2, 0.9, 40, 77, 4096);
		use(new ModelFixture(new LanguageSettings(null, this.endpoint.baseUrl(), "fake", 256, Map.of("joiner", joiner),
				Map.of(), ModelFixture.PAUSE)));
		this.asked.ask(ModelRequest.of(ModelRole.JOINER, "You join.", "What is it?", ReplyForm.TEXT));
		assertThat(request().body()).isEqualTo(JsonMapper.shared().readTree("""
				{"messages":[{"role":"system","content":"You join."},{"role":"user","content":"What is it?"}],
				"model":"qwen2.5:7b","max_tokens":77,"temperature":0.2,"top_p":0.9,"top_k":40}"""));
	}

	@Test
	void letsTheAskOverrideTheRole() {
		this.asked.ask(ModelFixture.question("Vote!", ReplyForm.TEXT, 0.7, 9));
		assertThat(request().maxTokens()).isEqualTo(9);
		assertThat(request().body().path("temperature").asDouble()).isEqualTo(0.7);
	}

	@Test
	void sendsTheKeyAndNothingAboutThePlatform() {
		this.asked.text("Capital of France?");
		assertThat(request().headers()).containsEntry("authorization", "Bearer " + ModelFixture.KEY)
			.allSatisfy((name, value) -> assertThat(name).doesNotStartWith("x-stainless"));
	}

	@Test
	void sendsNoKeyWhereNoneIsGiven() {
		use(new ModelFixture(new LanguageSettings("  ", this.endpoint.baseUrl() + "/", null, 256, Map.of(), Map.of(),
				ModelFixture.PAUSE)));
		assertThat(reply(this.asked.text("Capital of France?")).text()).isEqualTo("Paris");
		assertThat(request().headers()).doesNotContainKey("authorization");
		assertThat(request().model()).isEqualTo(LanguageSettings.SMALL_MODEL);
	}

	@Test
	void costsWhatThePriceTableSays() {
		use(new ModelFixture(priced(0.25, 2)));
		ModelUsage usage = this.asked.text("Capital of France?").usage();
		assertThat(usage.costUsd()).isEqualByComparingTo(new BigDecimal("0.0000065"));
	}

	@Test
	void estimatesThePromptByItsBytesAndTheReplyByItsLimit() {
		use(new ModelFixture(priced(3, 6)));
		ModelUsage estimate = this.asked.model()
			.estimate(new ModelRequest(ModelRole.PLANNER, "s".repeat(30), "é".repeat(30), ReplyForm.TEXT, null, 100,
					ModelRequest.DEFAULT_TIMEOUT));
		assertThat(estimate.calls()).isOne();
		assertThat(estimate.inputTokens()).isBetween(30L, 60L);
		assertThat(estimate.outputTokens()).isEqualTo(100);
		assertThat(estimate.costUsd())
			.isEqualByComparingTo(BigDecimal.valueOf(3 * estimate.inputTokens() + 600).movePointLeft(6));
	}

	@Test
	void asksForNoLongerReplyThanTheWindowHolds() {
		RoleSettings small = new RoleSettings(null, 0, 1, null, 2000, 1000);
		use(new ModelFixture(new LanguageSettings(null, this.endpoint.baseUrl(), "fake", 256, Map.of("executor", small),
				Map.of(), ModelFixture.PAUSE)));
		this.asked.text("x".repeat(1200));
		assertThat(request().maxTokens()).isBetween(500, 600);
	}

	@Test
	void namesTheModelOfEachRole() {
		List<LanguageModel.RoleModel> models = this.asked.model().models();
		assertThat(models).extracting(LanguageModel.RoleModel::role).containsExactly(ModelRole.values());
		assertThat(models).extracting(LanguageModel.RoleModel::model).containsOnly("fake");
		assertThat(models).extracting(LanguageModel.RoleModel::contextTokens).containsOnly(32768);
	}

}
