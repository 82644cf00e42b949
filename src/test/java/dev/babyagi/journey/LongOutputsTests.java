package dev.babyagi.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import dev.babyagi.fake.CallLedger;
import dev.babyagi.fake.FakeRequest;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.TokenEstimate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Outputs of tasks that are longer than the joiner's window. The model answers from what
 * it is sent: a summary and a joined answer have the numbers that stood in the prompt.
 */
@ServiceOnH2
class LongOutputsTests extends AbstractServiceTests {

	private static final String QUESTION = "Compare the parts of the matter and say what was found";

	private static final int WINDOW = 32_768;

	private static final int TASKS = 5;

	private static final Pattern FIGURE = Pattern.compile("the figure (\\d{6})");

	private static final String[] IDS = ModelReplies.ids(TASKS);

	/** Two figures in 30,000 tokens: at a third, and close to the end. */
	private static FakeResponse longOutput(FakeRequest request) {
		int task = IntStream.rangeClosed(1, TASKS)
			.filter((number) -> request.user().contains("Your task is t" + number + ":"))
			.findFirst()
			.orElseThrow();
		String filler = "Nothing of note was found on this page. ".repeat(750);
		return FakeResponse
			.text(filler + figure(task * 100_007) + filler + filler + figure(task * 100_013) + "That is all.");
	}

	private static String figure(int figure) {
		return "Here stands the figure " + figure + " alone. ";
	}

	private static List<String> figures(String text) {
		List<String> figures = new ArrayList<>();
		Matcher matcher = FIGURE.matcher(text);
		while (matcher.find()) {
			figures.add("the figure " + matcher.group(1));
		}
		return figures;
	}

	private static boolean isSummary(FakeRequest request) {
		return request.system().startsWith("You shorten");
	}

	private static FakeResponse summary(FakeRequest request) {
		List<String> figures = figures(request.user());
		return FakeResponse.text(figures.isEmpty() ? "Nothing of note" : String.join(", ", figures));
	}

	private static FakeResponse join(FakeRequest request) {
		return FakeResponse.text(ModelReplies.join(IDS)
			.replace("\"answer\":\"All parts were found.\"",
					"\"answer\":\"Found: " + String.join(", ", figures(request.user())) + "\""));
	}

	private static ResponseScript model() {
		return ModelReplies
			.byRole(ResponseScript.always(FakeResponse.text(ModelReplies.fan(TASKS))), LongOutputsTests::longOutput,
					LongOutputsTests::join)
			.except(LongOutputsTests::isSummary, LongOutputsTests::summary);
	}

	@Test
	void joinsWhatAllOfThemSay() {
		ENDPOINT.answer(model());
		JsonNode end = service().solve(QUESTION);
		assertThat(end.path("completeness").asString()).as("%s", end).isEqualTo("full");
		String answer = end.path("result").path("answer").asString();
		for (int task = 1; task <= TASKS; task++) {
			assertThat(answer).contains("figure " + task * 100_007, "figure " + task * 100_013);
		}
		assertThat(warnings(end)).singleElement()
			.asString()
			.endsWith("summarized first: the outputs of t1, t2, t3, t4, t5");
		assertThat(calls(end)).as("two pieces for each output, and no more").hasSize(1 + TASKS + 2 * TASKS + 1);
		assertThat(end.path("usage").path("modelCalls").asInt()).isEqualTo(calls(end).size());
		assertThat(ENDPOINT.ledger().mostAtOnce()).isLessThanOrEqualTo(8);
	}

	@Test
	void sendsAPieceAgainThatWasNotAnswered() {
		ResponseScript summaries = LongOutputsTests::summary;
		ENDPOINT.answer(model().except(LongOutputsTests::isSummary,
				summaries.exceptFirst(1, ResponseScript.always(FakeResponse.text(" ")))));
		JsonNode end = service().solve(QUESTION);
		assertThat(end.path("result").path("answer").asString()).contains("figure 100007", "figure 500065");
		assertThat(warnings(end)).hasSize(1);
	}

	@Test
	void cutsThemIfTheBudgetDoesNotCoverSummaries() {
		ENDPOINT.answer(model());
		JsonNode end = service().solve(QUESTION, "\"limits\":{\"maxModelCalls\":15}");
		assertThat(end.path("state").asString()).isEqualTo("completed");
		assertThat(calls(end)).hasSize(1 + TASKS + 1);
		assertThat(warnings(end)).anyMatch((warning) -> warning.contains("and cut: the outputs of t1"))
			.noneMatch((warning) -> warning.contains("summarized"));
	}

	@Test
	void cutsOnlyTheOutputThatTheModelDoesNotSummarize() {
		ENDPOINT.answer(model().except((request) -> isSummary(request) && request.user().contains("Part t3"),
				ResponseScript.always(FakeResponse.text(" "))));
		JsonNode end = service().solve(QUESTION);
		assertThat(end.path("result").path("answer").asString()).contains("figure 100007", "figure 500065");
		assertThat(warnings(end)).anyMatch((warning) -> warning.endsWith("cut: the outputs of t3"))
			.anyMatch((warning) -> warning.endsWith("summarized first: the outputs of t1, t2, t4, t5"));
	}

	/** The calls, none of which was sent more than the window holds. */
	private static List<CallLedger.Call> calls(JsonNode end) {
		List<CallLedger.Call> calls = ENDPOINT.ledger().calls();
		assertThat(calls).filteredOn((call) -> ModelReplies.role(call.request()) != ModelRole.PLANNER)
			.allSatisfy((call) -> assertThat(
					TokenEstimate.in(call.request().system()) + TokenEstimate.in(call.request().user()))
				.as("%s", end.path("id"))
				.isLessThanOrEqualTo(WINDOW));
		return calls;
	}

	private static List<String> warnings(JsonNode objective) {
		return objective.path("result").path("warnings").valueStream().map(JsonNode::asString).toList();
	}

}
