package dev.babyagi.planning;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.babyagi.language.Ask;
import dev.babyagi.language.Prompt;
import dev.babyagi.language.ReplyForm;
import dev.babyagi.language.Role;

/**
 * What planners are asked.
 */
final class PlanPrompts {

	/** So many faults are told at once; more would only hide the first. */
	private static final int MAX_FAULTS = 20;

	private static final Prompt PLANNER = Prompt.load("planning", "planner");

	private static final Prompt PLAN = Prompt.load("planning", "plan");

	private static final Prompt REPAIR = Prompt.load("planning", "repair");

	private static final String SCHEMA = " The answer must fit a JSON Schema, which whoever writes it is given: use a "
			+ "\"synthesize\" final, unless one output is the answer as it stands.";

	private PlanPrompts() {
	}

	/** The request for the first plan of an objective. */
	static String plan(Commission commission, Terms terms) {
		String tools = tools(terms.tools());
		Window window = window(commission, tools);
		return PLAN.render(Map.of("objective", objective(commission, window.left()), "tools", tools, "maxTasks",
				Integer.toString(terms.maxTasks()), "answer", answer(commission)));
	}

	/** A request made to the planner. */
	static Ask ask(Terms terms, String request) {
		return Ask.of(Role.PLANNER, PLANNER.render(Map.of()), request,
				new ReplyForm.Structured("plan", PlanSchema.plan(terms.tools(), terms.maxTasks())));
	}

	/** A request made again, with the reply it had and what is wrong with it. */
	static Ask repair(Commission commission, Ask asked, String reply, List<Fault> faults) {
		String points = IntStream.range(0, Math.min(faults.size(), MAX_FAULTS))
			.mapToObj((number) -> (number + 1) + ". " + faults.get(number).line())
			.collect(Collectors.joining("\n"));
		Window window = new Window(commission.contextTokens());
		window.take(asked.system() + asked.user() + points);
		String request = REPAIR.render(Map.of("request", asked.user(), "reply",
				Prompt.data("reply", Window.cut(reply, window.left())), "faults", Prompt.data("faults", points)));
		return new Ask(asked.role(), asked.system(), request, asked.form(), asked.temperature(), asked.maxTokens(),
				asked.timeout());
	}

	static Window window(Commission commission, String fixed) {
		Window window = new Window(commission.contextTokens());
		window.take(PLANNER.render(Map.of()));
		window.take(fixed);
		return window;
	}

	static String objective(Commission commission, int tokens) {
		return Prompt.data("objective", Window.cut(commission.objective(), tokens));
	}

	/**
	 * Texts quoted as data under their ids, each cut to its share of the window.
	 * @param texts the texts, by id
	 * @param heading what stands before them, if there are any
	 * @param tokens what they may take together
	 */
	static String quoted(Map<String, String> texts, String heading, int tokens) {
		int share = tokens / Math.max(texts.size(), 1);
		String quoted = texts.entrySet()
			.stream()
			.map((entry) -> Prompt.data(entry.getKey(), Window.cut(entry.getValue(), share)))
			.collect(Collectors.joining("\n"));
		return texts.isEmpty() ? "" : heading + "\n" + quoted;
	}

	static String tools(Toolbox tools) {
		if (tools.isEmpty()) {
			return "none";
		}
		return tools.tools()
			.stream()
			.map((tool) -> "- " + tool.name() + ": " + tool.description() + " Inputs: " + tool.inputSchema())
			.collect(Collectors.joining("\n"));
	}

	/** What the planner must know of the form of the answer. */
	static String answer(Commission commission) {
		return (commission.outputSchema() != null) ? SCHEMA : "";
	}

}
