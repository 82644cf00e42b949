package dev.babyagi.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.plan.Assignment.UseTool;
import dev.babyagi.plan.Task.Effort;
import dev.babyagi.plan.Task.Expect;
import dev.babyagi.plan.Task.Success;
import dev.babyagi.reply.ExactJson;

import static org.assertj.core.api.Assertions.assertThat;

class TaskTests {

	private static final String SMILE = "\uD83D\uDE00";

	/** A task of which every part differs from every other and from the default. */
	private static final Task FULL = new Task("t4-1", "Title", "Use ${t2.output} and ${t1.output}",
			new UseTool("lookup", (ObjectNode) ExactJson.read("{\"of\":[\"${t3.output.name}\"],\"t\":1}")),
			List.of("t1", "t2"), List.of("r1"),
			new Expect(Expect.Type.LIST, ExactJson.read("{\"type\":\"array\"}"), "km", 40),
			new Success(Success.Kind.RECOMPUTE, ExactJson.text("2 * ${t5.output}")), true, Effort.HIGH,
			Duration.ofSeconds(9), "t4");

	@Test
	void takesTheFirstLineOfATextForATitle() {
		assertThat(Task.title(" \n  Find Oslo \nand say more")).isEqualTo("Find Oslo");
		assertThat(Task.title(" \n ")).isEmpty();
	}

	@Test
	void cutsATitleAfterEightyCharacters() {
		assertThat(Task.title("a".repeat(80))).isEqualTo("a".repeat(80));
		assertThat(Task.title("a".repeat(81))).isEqualTo("a".repeat(79) + "…");
	}

	@Test
	void cutsATitleBetweenCharactersNeverWithinOne() {
		assertThat(Task.title(SMILE.repeat(80))).isEqualTo(SMILE.repeat(80));
		assertThat(Task.title(SMILE.repeat(81))).isEqualTo(SMILE.repeat(79) + "…");
	}

	@ParameterizedTest
	@MethodSource
	void changesOnePartAndKeepsTheRest(UnaryOperator<Task> change, UnaryOperator<Task> back) {
		Task changed = change.apply(FULL);
		assertThat(changed).isNotEqualTo(FULL);
		assertThat(back.apply(changed)).isEqualTo(FULL);
	}

	static Stream<Arguments> changesOnePartAndKeepsTheRest() {
		return Stream.of(change("id", (task) -> task.withId("t9"), (task) -> task.withId(FULL.id())),
				change("assignment", (task) -> task.withAssignment(new Assignment.Think()),
						(task) -> task.withAssignment(FULL.assignment())),
				change("dependsOn", (task) -> task.withDependsOn(List.of("t9")),
						(task) -> task.withDependsOn(FULL.dependsOn())),
				change("covers", (task) -> task.withCovers(List.of("r9")), (task) -> task.withCovers(FULL.covers())),
				change("sideEffect", (task) -> task.withSideEffect(false), (task) -> task.withSideEffect(true)),
				change("parent", (task) -> task.withParent("t9"), (task) -> task.withParent("t4")),
				change("texts", (task) -> task.withTexts((text) -> "!" + text, TaskTests::marked),
						(task) -> task.withTexts((text) -> text.substring(1), TaskTests::unmarked)));
	}

	@Test
	void refersToTasksInItsInstructionItsInputsAndItsCheck() {
		assertThat(FULL.references()).containsExactly("t2", "t1", "t3", "t5");
		assertThat(Plans.think("t2", "Do it", "t1").references()).isEmpty();
	}

	@Test
	void changesInstructionInputsAndCheckTogether() {
		Task changed = FULL.withTexts((text) -> "said", TaskTests::marked);
		assertThat(changed.instruction()).isEqualTo("said");
		assertThat(((UseTool) changed.assignment()).inputs().has("mark")).isTrue();
		assertThat(changed.success().arg()).isEqualTo(ExactJson.text("!2 * ${t5.output}"));
	}

	@Test
	void doesNotChangeWithTheListsItWasMadeOf() {
		List<String> dependsOn = new ArrayList<>(List.of("t1"));
		Task task = FULL.withDependsOn(dependsOn);
		dependsOn.add("t2");
		assertThat(task.dependsOn()).containsExactly("t1");
	}

	private static Arguments change(String part, UnaryOperator<Task> change, UnaryOperator<Task> back) {
		return Arguments.of(Named.of(part, change), back);
	}

	private static JsonNode marked(JsonNode json) {
		return json.isString() ? ExactJson.text("!" + json.stringValue())
				: ((ObjectNode) json.deepCopy()).put("mark", true);
	}

	private static JsonNode unmarked(JsonNode json) {
		return json.isString() ? ExactJson.text(json.stringValue().substring(1))
				: ((ObjectNode) json.deepCopy()).without("mark");
	}

}
