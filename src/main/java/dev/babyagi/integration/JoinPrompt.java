package dev.babyagi.integration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.execution.Artifact;
import dev.babyagi.language.Excerpt;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.PromptTemplate;
import dev.babyagi.language.ReplyForm;
import dev.babyagi.language.TokenEstimate;
import dev.babyagi.language.TokenShares;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Task;
import dev.babyagi.plan.Task.Expect;
import dev.babyagi.reply.DisplayValues;
import dev.babyagi.reply.OneLine;

/**
 * Writes the prompt that asks for the answer. A quarter of the window is left for the
 * reply. Of the rest the objective takes at most a quarter, the requirements at most an
 * eighth, and the outputs share what remains: short ones are quoted in full, long ones as
 * their summary if there is one, or cut, and the answer warns of that.
 */
final class JoinPrompt {

	private static final PromptTemplate SYSTEM = PromptTemplate.load("integration", "join-system");

	private static final PromptTemplate JOIN = PromptTemplate.load("integration", "join");

	private static final PromptTemplate REQUIREMENTS = PromptTemplate.load("integration", "requirements");

	private static final PromptTemplate REPAIR = PromptTemplate.load("integration", "join-repair");

	private static final PromptTemplate ANSWER_TEXT = PromptTemplate.load("integration", "answer-text");

	private static final PromptTemplate ANSWER_JSON = PromptTemplate.load("integration", "answer-json");

	private static final String CITE_MEMORIES = "A claim that rests on a memory cites its label, such as m1.\n";

	private static final int MAX_TITLE = 120;

	private static final int MAX_INSTRUCTION = 4_000;

	private static final int MAX_ERROR = 400;

	private final JoinBrief brief;

	private final String system;

	private final ReplyForm form;

	private final String join;

	private final List<String> cut = new ArrayList<>();

	/**
	 * Writes the prompt.
	 * @param reserved tokens that are kept for later additions to it
	 */
	private JoinPrompt(JoinBrief brief, int reserved) {
		this.brief = brief;
		this.form = JoinSchema.form(brief);
		this.system = SYSTEM
			.render(Map.of("answer", ((brief.outputSchema() != null) ? ANSWER_JSON : ANSWER_TEXT).render(Map.of())));
		this.join = join(room() - reserved);
	}

	static ModelRequest ask(JoinBrief brief) {
		JoinPrompt prompt = new JoinPrompt(brief, 0);
		return prompt.ask(prompt.join);
	}

	static ModelRequest askRepair(JoinBrief brief, String reply, List<String> errors) {
		String quoted = PromptTemplate.data("earlier-reply", Excerpt.of(reply, brief.contextTokens() / 8).text());
		String faults = errors.stream()
			.map((error) -> "- " + OneLine.of(error, MAX_ERROR))
			.collect(Collectors.joining("\n"));
		String frame = REPAIR.render(Map.of("join", "", "reply", quoted, "errors", faults));
		JoinPrompt prompt = new JoinPrompt(brief, TokenEstimate.in(frame));
		return prompt.ask(REPAIR.render(Map.of("join", prompt.join, "reply", quoted, "errors", faults)));
	}

	/** The ids of the tasks whose outputs are too long to be quoted in full. */
	static List<String> cut(JoinBrief brief) {
		return new JoinPrompt(brief, 0).cut;
	}

	private ModelRequest ask(String user) {
		return ModelRequest.of(ModelRole.JOINER, this.system, user, this.form).withTimeout(this.brief.timeout());
	}

	private int room() {
		int schema = (this.form instanceof ReplyForm.Structured(String _, JsonNode json))
				? TokenEstimate.in(json.toString()) : 0;
		return this.brief.contextTokens() * 3 / 4 - TokenEstimate.in(this.system) - schema;
	}

	private String join(int room) {
		String objective = objective(room / 4);
		String requirements = requirements(room / 8);
		String instruction = OneLine.of(instruction(), MAX_INSTRUCTION);
		String frame = JOIN.render(Map.of("objective", objective, "requirements", requirements, "instruction",
				instruction, "tasks", PromptTemplate.data("tasks", "")));
		return JOIN.render(Map.of("objective", objective, "requirements", requirements, "instruction", instruction,
				"tasks", PromptTemplate.data("tasks", tasks(room - TokenEstimate.in(frame)))));
	}

	/** The objective, with what was said and remembered before. */
	private String objective(int room) {
		String objective = PromptTemplate.data("objective", Excerpt.of(this.brief.objective(), room).text());
		String cite = this.brief.background().memories().isEmpty() ? "" : CITE_MEMORIES;
		return this.brief.background().section().isEmpty() ? objective
				: objective + "\n\n" + this.brief.background().section() + "\n" + cite;
	}

	private String requirements(int room) {
		String lines = this.brief.plan()
			.requirements()
			.stream()
			.map((requirement) -> requirement.id() + ": " + OneLine.of(requirement.text(), MAX_ERROR))
			.collect(Collectors.joining("\n"));
		return lines.isEmpty() ? "" : REQUIREMENTS
			.render(Map.of("requirements", PromptTemplate.data("requirements", Excerpt.of(lines, room).text())));
	}

	private String instruction() {
		return switch (this.brief.plan().conclusion()) {
			case Conclusion.Synthesize(String instruction) when !instruction.isBlank() -> instruction;
			case Conclusion.Synthesize _, Conclusion.Reference _, Conclusion.Template _ -> "what the objective asks";
		};
	}

	private String tasks(int room) {
		List<Task> tasks = this.brief.tasks();
		int around = tasks.stream().mapToInt((task) -> TokenEstimate.in(line(task, text("")))).sum();
		int[] shares = TokenShares.of(tasks.stream().map((task) -> TokenEstimate.in(output(task).toString())).toList(),
				room - around);
		List<String> lines = new ArrayList<>();
		for (int index = 0; index < shares.length; index++) {
			lines.add(line(tasks.get(index), output(tasks.get(index), shares[index])));
		}
		return String.join("\n", lines);
	}

	/** The output of a task, cut to its share of tokens; a cut output is a text. */
	private JsonNode output(Task task, int share) {
		JsonNode output = output(task);
		int size = TokenEstimate.in(output.toString());
		if (size <= share) {
			return output;
		}
		this.cut.add(task.id());
		String whole = output.isString() ? output.stringValue() : output.toString();
		return text(Excerpt.of(whole, (int) ((long) share * TokenEstimate.in(whole) / size)).text());
	}

	private JsonNode output(Task task) {
		Artifact artifact = this.brief.artifacts().get(task.id());
		String summary = this.brief.summaries().get(task.id());
		if (summary != null) {
			return text(summary);
		}
		if (artifact == null) {
			return JsonNodeFactory.instance.nullNode();
		}
		return (artifact.type() == Expect.Type.TEXT) ? text(artifact.text()) : DisplayValues.value(artifact.value());
	}

	private String line(Task task, JsonNode output) {
		ObjectNode line = JsonNodeFactory.instance.objectNode()
			.put("id", task.id())
			.put("title", OneLine.of(task.title(), MAX_TITLE))
			.put("status", this.brief.state(task.id()))
			.put("verified", this.brief.verified().contains(task.id()));
		return line.set("output", output).toString();
	}

	private static JsonNode text(String text) {
		return JsonNodeFactory.instance.stringNode(text);
	}

}
