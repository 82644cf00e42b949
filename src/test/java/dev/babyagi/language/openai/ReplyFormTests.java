package dev.babyagi.language.openai;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;

import dev.babyagi.fake.CallLedger;
import dev.babyagi.fake.FakeRequest;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.fake.WireFaults;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelResult;
import dev.babyagi.language.ModelRole;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server that does not take our strongest form of asking for JSON is asked in the next
 * one down, and remembered.
 */
class ReplyFormTests extends OverHttp {

	private void refuse(Predicate<FakeRequest> form, FakeResponse refusal) {
		this.endpoint.answer(ResponseScript.always(PARIS_AS_JSON).except(form, ResponseScript.always(refusal)));
	}

	private static boolean isSchema(FakeRequest request) {
		return "json_schema".equals(request.form());
	}

	private List<String> forms() {
		return this.endpoint.ledger().calls().stream().map((call) -> call.request().form()).toList();
	}

	private FakeRequest last() {
		return this.endpoint.ledger().calls().getLast().request();
	}

	@Test
	void putsTheSchemaBesideTheTypeForLlamaServers() {
		refuse(ReplyFormTests::isSchema, WireFaults.formRefusedByLlama());
		assertThat(reply(this.asked.structured("?")).text()).isEqualTo("{\"city\":\"Paris\"}");
		assertThat(forms()).containsExactly("json_schema", "json_object");
		assertThat(last().schema()).isPresent();
		assertThat(last().system()).startsWith("You answer.").contains("JSON", "\"city\"");
		assertThat(this.asked.pauses()).containsExactly(Duration.ZERO);
	}

	@Test
	void asksForAPlainObjectWhereNoSchemaIsTaken() {
		refuse((request) -> request.schema().isPresent(), WireFaults.formRefused());
		reply(this.asked.structured("?"));
		assertThat(forms()).containsExactly("json_schema", "json_object", "json_object");
		assertThat(last().schema()).isEmpty();
	}

	@Test
	void asksInThePromptWhereNoFormIsTaken() {
		refuse((request) -> !"text".equals(request.form()), FakeResponse.of(422, "application/json",
				"{\"detail\":[{\"loc\":[\"body\",\"response_format\"],\"msg\":\"extra fields not permitted\"}]}"));
		reply(this.asked.structured("?"));
		assertThat(forms()).containsExactly("json_schema", "json_object", "json_object", "text");
		assertThat(last().system()).contains("JSON Schema", "\"city\"");
	}

	@Test
	void readsTheRefusalOfAGatewayThatNamesThePart() {
		refuse(ReplyFormTests::isSchema, FakeResponse.of(400, "application/json",
				"{\"error\":{\"code\":400,\"message\":\"Unknown name at 'generation_config.response_schema'\"}}"));
		reply(this.asked.structured("?"));
		assertThat(forms()).containsExactly("json_schema", "json_object");
	}

	@Test
	void givesUpWhereEvenThePromptIsRefused() {
		answer(WireFaults.formRefused());
		assertThat(this.asked.structured("?")).isInstanceOf(ModelResult.Unusable.class);
		assertThat(calls()).isEqualTo(4);
	}

	@Test
	void remembersTheRefusalForAnHour() {
		refuse(ReplyFormTests::isSchema, WireFaults.formRefused());
		this.asked.structured("first");
		this.asked.clock().pass(Duration.ofMinutes(59));
		this.asked.structured("within the hour");
		assertThat(forms()).containsExactly("json_schema", "json_object", "json_object");
		this.asked.clock().pass(Duration.ofMinutes(1));
		this.asked.structured("after it");
		assertThat(forms()).endsWith("json_schema", "json_object").hasSize(5);
	}

	@Test
	void remembersByModel() {
		refuse((request) -> isSchema(request) && "fake".equals(request.model()), WireFaults.formRefused());
		use(new ModelFixture(new LanguageSettings("", this.endpoint.baseUrl(), "fake", 256,
				Map.of("joiner", new LanguageSettings.RoleSettings("other", 0, 1, null, null, 4096)), Map.of(),
				ModelFixture.PAUSE)));
		this.asked.structured("?");
		this.asked.ask(ModelRequest.of(ModelRole.JOINER, "You join.", "?", ModelFixture.CITY));
		assertThat(forms()).containsExactly("json_schema", "json_object", "json_schema");
	}

	@Test
	void takesOtherErrorsForNoRefusalOfTheForm() {
		answer(WireFaults.html(500), PARIS_AS_JSON);
		reply(this.asked.structured("?"));
		assertThat(forms()).containsOnly("json_schema");
	}

	@Test
	void isRefusedOnceThoughManyStartTogether() throws Exception {
		this.endpoint.latency(Duration.ofMillis(30));
		refuse(ReplyFormTests::isSchema, WireFaults.formRefusedByLlama());
		askTogether(200);
		assertThat(refused()).isOne();
		assertThat(calls()).isEqualTo(201);
		assertThat(this.asked.result()).hasSize(200).allMatch(ModelResult.Reply.class::isInstance);
	}

	@Test
	void isRefusedOnceForEachFormThoughManyStartTogether() throws Exception {
		this.endpoint.latency(Duration.ofMillis(30));
		refuse((request) -> !"text".equals(request.form()), WireFaults.formRefused());
		askTogether(100);
		assertThat(refused()).isEqualTo(3);
		assertThat(calls()).isEqualTo(103);
	}

	@Test
	void holdsNobodyBackOnceTheFormIsKnown() throws Exception {
		answer(PARIS_AS_JSON);
		this.asked.structured("first");
		this.endpoint.latency(Duration.ofMillis(200));
		askTogether(50);
		assertThat(this.endpoint.ledger().mostAtOnce()).isGreaterThan(10);
	}

	@Test
	void renamesTheLengthLimit() {
		this.endpoint.answer(ResponseScript.always(PARIS)
			.except((request) -> request.parameter("max_tokens").isPresent(),
					ResponseScript.always(WireFaults.lengthRefused())));
		reply(this.asked.text("?"));
		reply(this.asked.text("again"));
		assertThat(calls()).isEqualTo(3);
		assertThat(last().parameter("max_completion_tokens"))
			.hasValueSatisfying((limit) -> assertThat(limit.asInt()).isEqualTo(2048));
	}

	@Test
	void dropsAValueThatIsNotTaken() {
		this.endpoint.answer(ResponseScript.always(PARIS)
			.except((request) -> request.parameter("temperature").isPresent(),
					ResponseScript.always(WireFaults.valueRefused("temperature")))
			.except((request) -> request.parameter("max_tokens").isPresent(),
					ResponseScript.always(WireFaults.lengthRefused())));
		reply(this.asked.text("?"));
		reply(this.asked.structured("another kind"));
		assertThat(calls()).isEqualTo(4);
		assertThat(last().parameter("temperature")).isEmpty();
		assertThat(last().parameter("max_completion_tokens")).isPresent();
	}

	@Test
	void renamesOnceThoughManyStartTogether() throws Exception {
		this.endpoint.latency(Duration.ofMillis(30));
		this.endpoint.answer(ResponseScript.always(PARIS_AS_JSON)
			.except((request) -> request.parameter("max_tokens").isPresent(),
					ResponseScript.always(WireFaults.lengthRefused())));
		askTogether(100);
		assertThat(calls()).isEqualTo(101);
	}

	@Test
	void givesUpOnAParameterThatItNeverSent() {
		answer(WireFaults.valueRefused("seed"));
		assertThat(this.asked.text("?")).isInstanceOf(ModelResult.Unusable.class);
		assertThat(calls()).isOne();
	}

	private long refused() {
		return this.endpoint.ledger()
			.calls()
			.stream()
			.mapToInt(CallLedger.Call::status)
			.filter((s) -> s != 200)
			.count();
	}

	private void askTogether(int number) throws InterruptedException {
		List<Thread> threads = new ArrayList<>();
		for (int thread = 0; thread < number; thread++) {
			threads.add(Thread.startVirtualThread(() -> this.asked.structured("?")));
		}
		for (Thread thread : threads) {
			thread.join();
		}
		this.endpoint.ledger().await((calls) -> calls.stream().noneMatch((call) -> call.status() == 0));
	}

}
