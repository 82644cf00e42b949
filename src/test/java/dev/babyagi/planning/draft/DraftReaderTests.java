package dev.babyagi.planning.draft;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Assignment.UseTool;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Plan.Requirement;
import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;
import dev.babyagi.plan.Task.Effort;
import dev.babyagi.plan.Task.Expect;
import dev.babyagi.plan.Task.Success;
import dev.babyagi.reply.ExactJson;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DraftReader} and {@link TaskReader}.
 */
class DraftReaderTests {

	private static final String FULL = """
			{"id":"T2","title":"Find it","instruction":" Find the area of ${t1.output} ","assignment":"Tool",
			"tool":"lookup","inputs":{"city":"Oslo","rows":1.50},"dependsOn":"task_1, t1","covers":["r1","r2"],
			"expect":{"type":"NUMBER","schema":{"minimum":0},"unit":"km2","maxChars":40},
			"success":{"kind":"range","arg":{"min":0}},"sideEffect":true,"effort":"High","timeout":"PT90S","mood":"good"}""";

	private final ValidationReport report = new ValidationReport();

	@Test
	void readsEveryFieldOfATask() {
		assertThat(task(FULL)).isEqualTo(new Task("t2", "Find it", "Find the area of ${t1.output}",
				Plans.tool("t1", "lookup", "{\"city\":\"Oslo\",\"rows\":1.50}").assignment(), List.of("t1"),
				List.of("r1", "r2"), new Expect(Expect.Type.NUMBER, ExactJson.read("{\"minimum\":0}"), "km2", 40),
				new Success(Success.Kind.RANGE, ExactJson.read("{\"min\":0}")), true, Effort.HIGH,
				Duration.ofSeconds(90), null));
		assertThat(this.report.faults()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"depends_on\": [\"t1\"]", "\"dependencies\": \"t1\"", "\"DependsOn\": [1]",
			"\"deps\": 1", "\"depends-on\": [\"task 1\"]" })
	void readsDependenciesUnderTheNamesThatModelsUse(String field) {
		assertThat(task("{\"id\":\"t2\",\"description\":\"Do it\",\"assignment\":\"think\"," + field + "}"))
			.isEqualTo(Plans.think("t2", "Do it", "t1"));
	}

	@Test
	void readsAToolUnderTheNamesThatModelsUse() {
		assertThat(task("""
				{"id":"t1","instruction":"Find it","title":"Find it","assignment":"tool","tool_name":"lookup",
				"arguments":"{\\"city\\":\\"Oslo\\"}"}""").assignment())
			.isEqualTo(Plans.tool("t1", "lookup", "{\"city\":\"Oslo\"}").assignment());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"plan\":%s}", "{\"response\":{\"plan\":%s}}", "[%s]", "```json\n%s\n``` # the plan" })
	void readsAPlanOutOfWhatWrapsIt(String around) {
		String plan = """
				{ # two requirements
				"requirements": [{"id": "r1", "text": "All"}], # one
				"steps": [{"id": "t1", "instruction": "Do it", "assignment": "think"}], // steps
				"final": "${t1.output}" # the answer
				}""";
		PlanDraft draft = read(around.formatted(plan));
		assertThat(draft.tasks()).containsExactly(Plans.think("t1", "Do it"));
		assertThat(draft.requirements()).containsExactly(new Requirement("r1", "All"));
		assertThat(draft.conclusion()).isEqualTo(new Conclusion.Template("${t1.output}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", """
			,"title":null,"tool":null,"inputs":null,"dependsOn":null,"covers":null,"expect":null,"success":null,
			"sideEffect":null,"effort":null,"timeout":null""", """
			,"title":{},"tool":7,"inputs":"none","dependsOn":{},"covers":7,"expect":[],"success":"fine",
			"sideEffect":[],"effort":"maximal","timeout":90""" })
	void takesTheDefaultForWhatIsAbsentNullOrUnreadable(String others) {
		assertThat(task("{\"id\":1,\"instruction\":\"Do it\",\"assignment\":\"think\"" + others + "}"))
			.isEqualTo(Plans.think("t1", "Do it"));
		assertThat(this.report.faults()).isEmpty();
		assertThat(this.report.warnings()).isEmpty();
	}

	@Test
	void namesWhatIsMissingAndPutsSomethingInItsPlace() {
		PlanDraft draft = read("{\"tasks\":[" + think("t1") + ",{\"title\":\"x\"}]}");
		assertThat(lines()).containsExactly("task number 2, id: is missing; name it t2",
				"task number 2, instruction: is missing; say what to do, complete in itself",
				"task number 2, assignment: must be think, tool or plan");
		assertThat(draft.tasks()).hasSize(2);
		assertThat(TaskReader.isNamed(draft.tasks().getLast().id())).isFalse();
		assertThat(TaskReader.isNamed("gather")).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "think,Think", "RECALL,Think", "plan,SubPlan", "lookup,UseTool", "LOOKUP,UseTool" })
	void readsTheAssignment(String written, String assignment) {
		Task task = task("{\"id\":\"t1\",\"instruction\":\"a\",\"assignment\":\"" + written + "\"}");
		assertThat(task.assignment().getClass().getSimpleName()).isEqualTo(assignment);
		assertThat(this.report.faults()).isEmpty();
	}

	@Test
	void readsAToolThatIsNamedAsTheAssignmentWithItsInputs() {
		Task task = task(
				"{\"id\":\"t1\",\"instruction\":\"a\",\"assignment\":\"lookup\",\"tool\":\"send_mail\",\"inputs\":{\"city\":\"Rome\"}}");
		assertThat(task.assignment()).isEqualTo(Plans.tool("t1", "lookup", "{\"city\":\"Rome\"}").assignment());
	}

	@Test
	void readsAToolWithoutANameAsThinkAndSaysSo() {
		Task task = task("{\"id\":\"t1\",\"instruction\":\"a\",\"assignment\":\"tool\",\"tool\":\" \"}");
		assertThat(task.assignment()).isEqualTo(new Assignment.Think());
		assertThat(this.report.warnings()).containsExactly("t1: it names no tool, so a model carries it out");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"city":"Oslo"}             | {"city":"Oslo"} | 0
			"{'city': 'Oslo',}"         | {"city":"Oslo"} | 0
			null                        | {}              | 0
			"Oslo"                      | {}              | 1
			["Oslo"]                    | {}              | 1
			"[1]"                       | {}              | 1
			""")
	void readsInputsThatAreAnObjectOrATextOfOne(String written, String inputs, int faults) {
		Task task = task("{\"id\":\"t1\",\"instruction\":\"a\",\"assignment\":\"tool\",\"tool\":\"lookup\",\"inputs\":"
				+ written + "}");
		assertThat(((UseTool) task.assignment()).inputs()).isEqualTo(ExactJson.read(inputs));
		assertThat(this.report.faults()).hasSize(faults).allMatch((fault) -> fault.field().equals("inputs"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"expect":"number"               | NUMBER |
			"expect":"poem"                 | TEXT   |
			"expect":{"maxChars":40}        | TEXT   | 40
			"expect":{"maxChars":0}         | TEXT   |
			"expect":{"maxChars":"40"}      | TEXT   |
			"expect":{"maxChars":4000000000}| TEXT   |
			""")
	void readsWhatIsExpected(String written, Expect.Type type, @Nullable Integer maxChars) {
		assertThat(taskWith(written).expect()).isEqualTo(new Expect(type, null, null, maxChars));
	}

	@ParameterizedTest
	@CsvSource({ "PT1M,PT1M", "pt5s,PT5S", "PT0S,", "-PT5S,", "soon,", "90," })
	void readsATimeoutThatIsADurationAndLonger(String written, @Nullable Duration timeout) {
		assertThat(taskWith("\"timeout\":\"" + written + "\"").timeout()).isEqualTo(timeout);
	}

	@Test
	void readsATaskThatIsWrittenTwiceOnce() {
		assertThat(read("{\"tasks\":[" + think("t1") + "," + think("t1") + "," + think("t2") + "]}").tasks())
			.extracting(Task::id)
			.containsExactly("t1", "t2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"thought\":\"T\",\"tasks\":[%s],\"final\":\"x\"}",
			"{\"plan\":{\"thought\":\"T\",\"tasks\":[%s],\"final\":\"x\"}}",
			"Thus {so}:\n```\n{'thought':'T',/* why */'tasks':[%s,],'final':'x'}\n```\nBye [1]" })
	void readsAPlanAloneWrappedOrAmongWords(String reply) {
		assertThat(read(reply.formatted(think("t1")))).isEqualTo(new PlanDraft("T", List.of(),
				List.of(Plans.think("t1", "Do t1")), new Conclusion.Template("x"), false));
	}

	@Test
	void readsABareArrayOfTasks() {
		assertThat(read("[" + think("t1") + "]")).isEqualTo(PlanDraft.of(List.of(Plans.think("t1", "Do t1"))));
	}

	@Test
	void numbersRequirementsThatAreTextsAlone() {
		assertThat(
				read("{\"requirements\":[\"a\",{\"text\":\"b\"},{\"id\":\"q7\",\"text\":\"c\"},{\"id\":\"r8\"},null],"
						+ "\"tasks\":[]}")
					.requirements())
			.containsExactly(new Requirement("r1", "a"), new Requirement("r2", "b"), new Requirement("q7", "c"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"So ${t1.output}"                                | Template   | So ${t1.output}
			{"kind":"reference","value":" $1 "}              | Template   | $1
			{"value":42}                                     | Template   | 42
			{"kind":"Synthesize","instruction":"Join"}       | Synthesize | Join
			{"kind":"synthesize","value":"Join"}             | Synthesize | Join
			{"kind":"template","instruction":"Join"}         | Synthesize | Join
			""")
	void readsTheFinal(String written, String kind, String text) {
		Conclusion expected = kind.equals("Template") ? new Conclusion.Template(text) : new Conclusion.Synthesize(text);
		assertThat(read("{\"tasks\":[],\"final\":" + written + "}").conclusion()).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "7", "{}", "[]", "{\"kind\":\"synthesize\"}", "{\"value\":null}" })
	void readsNoFinalWhereNothingIsSaid(String written) {
		assertThat(read("{\"tasks\":[],\"final\":" + written + "}").conclusion()).isNull();
	}

	@Test
	void saysThatAReplyBrokeOff() {
		PlanDraft draft = read("{\"tasks\":[" + think("t1") + ",{\"id\":\"t2\",\"instr");
		assertThat(draft.truncated()).isTrue();
		assertThat(draft.tasks()).extracting(Task::id).containsExactly("t1");
		assertThat(this.report.warnings()).singleElement().asString().contains("broke off");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "I do not know.", "{\"answer\":42}", "[1,2]", "[]", "{\"tasks\":\"none\"}" })
	void readsNoDraftWhereThereIsNoPlan(String reply) {
		assertThat(new DraftReader(DraftConstraintsFixtures.planning("Do it"), this.report).read(reply)).isEmpty();
		assertThat(this.report.faults()).extracting(PlanFault::field).containsExactly("plan");
	}

	private Task taskWith(String field) {
		return task("{\"id\":\"t1\",\"instruction\":\"a\",\"assignment\":\"think\"," + field + "}");
	}

	private Task task(String entry) {
		return read("{\"tasks\":[" + entry + "]}").tasks().getFirst();
	}

	private PlanDraft read(String reply) {
		return new DraftReader(DraftConstraintsFixtures.planning("Do it"), this.report).read(reply).orElseThrow();
	}

	private List<String> lines() {
		return this.report.faults().stream().map(PlanFault::line).toList();
	}

	private static String think(String id) {
		return "{\"id\":\"%s\",\"instruction\":\"Do %s\",\"assignment\":\"think\"}".formatted(id, id);
	}

}
