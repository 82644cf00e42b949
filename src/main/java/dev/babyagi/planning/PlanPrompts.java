package dev.babyagi.planning;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.babyagi.language.Excerpt;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.PromptTemplate;
import dev.babyagi.language.ReplyForm;
import dev.babyagi.language.TokenEstimate;
import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.PermittedTools;
import dev.babyagi.planning.draft.PlanFault;
import dev.babyagi.planning.draft.PromptWindow;

/**
 * Writes the requests to the planner.
 */
final class PlanPrompts {

	/** The most faults in one request; more would hide the first. */
	private static final int MAX_FAULTS = 20;

	private static final PromptTemplate PLANNER = PromptTemplate.load("planning", "planner");

	private static final PromptTemplate PLAN = PromptTemplate.load("planning", "plan");

	private static final PromptTemplate REPAIR = PromptTemplate.load("planning", "repair");

	private static final String RECALL = "\"recall\" (what is remembered of earlier conversations and objectives is "
			+ "searched for what the instruction says), ";

	private static final String SCHEMA = " The answer must fit a JSON Schema, which whoever writes it is given: use a "
			+ "\"synthesize\" final, unless one output is the answer as it stands.";

	private PlanPrompts() {
	}

	/** Returns the text that asks for the first plan of an objective. */
	static String plan(PlanRequest request, DraftConstraints constraints) {
		String tools = tools(constraints.tools());
		PromptWindow window = window(request, tools);
		return PLAN.render(Map.of("objective", objective(request, window.left()), "tools", tools, "maxTasks",
				Integer.toString(constraints.maxTasks()), "answer", answer(request)));
	}

	/** Creates a request to the planner. */
	static ModelRequest ask(DraftConstraints constraints, String request) {
		return ModelRequest.of(ModelRole.PLANNER, system(constraints.recalls()), request, new ReplyForm.Structured(
				"plan", PlanSchema.plan(constraints.tools(), constraints.maxTasks(), constraints.recalls())));
	}

	/**
	 * Creates a request that repeats an earlier one, with its reply and the faults of the
	 * reply.
	 */
	static ModelRequest repair(PlanRequest request, ModelRequest asked, String reply, List<PlanFault> faults) {
		String points = IntStream.range(0, Math.min(faults.size(), MAX_FAULTS))
			.mapToObj((number) -> (number + 1) + ". " + faults.get(number).line())
			.collect(Collectors.joining("\n"));
		PromptWindow window = new PromptWindow(request.contextTokens());
		window.take(asked.system() + asked.user() + points);
		String repeated = REPAIR.render(Map.of("request", asked.user(), "reply",
				PromptTemplate.data("reply", Excerpt.ends(reply, window.left())), "faults",
				PromptTemplate.data("faults", points)));
		return new ModelRequest(asked.role(), asked.system(), repeated, asked.form(), asked.temperature(),
				asked.maxTokens(), asked.timeout());
	}

	static PromptWindow window(PlanRequest request, String fixed) {
		PromptWindow window = new PromptWindow(request.contextTokens());
		window.take(system(request.recalls()));
		window.take(fixed);
		return window;
	}

	private static String system(boolean recalls) {
		return PLANNER.render(Map.of("recall", recalls ? RECALL : ""));
	}

	/** Quotes the objective, with what was said and remembered before. */
	static String objective(PlanRequest request, int tokens) {
		int left = tokens - TokenEstimate.in(request.background());
		String objective = PromptTemplate.data("objective", Excerpt.ends(request.objective(), left));
		return request.background().isEmpty() ? objective : objective + "\n\n" + request.background();
	}

	/**
	 * Quotes texts as data under their ids, each cut to its share of the window.
	 * @param texts the texts, by id
	 * @param heading the line before them, if there are any
	 * @param tokens the most tokens for all of them
	 */
	static String quoted(Map<String, String> texts, String heading, int tokens) {
		int share = tokens / Math.max(texts.size(), 1);
		String quoted = texts.entrySet()
			.stream()
			.map((entry) -> PromptTemplate.data(entry.getKey(), Excerpt.ends(entry.getValue(), share)))
			.collect(Collectors.joining("\n"));
		return texts.isEmpty() ? "" : heading + "\n" + quoted;
	}

	static String tools(PermittedTools tools) {
		if (tools.isEmpty()) {
			return "none";
		}
		return tools.tools()
			.stream()
			.map((tool) -> "- " + tool.name() + ": " + tool.description() + " Inputs: " + tool.inputSchema())
			.collect(Collectors.joining("\n"));
	}

	/** Returns what the planner must know about the form of the answer. */
	static String answer(PlanRequest request) {
		return (request.outputSchema() != null) ? SCHEMA : "";
	}

}
