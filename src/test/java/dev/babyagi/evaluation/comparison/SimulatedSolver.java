package dev.babyagi.evaluation.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.evaluation.Draws;
import dev.babyagi.evaluation.HouseQuestion;
import dev.babyagi.evaluation.LearningModel;
import dev.babyagi.evaluation.LearningModel.Competence;
import dev.babyagi.evaluation.comparison.Notes.Fact;
import dev.babyagi.evaluation.comparison.Notes.Trip;
import dev.babyagi.evaluation.comparison.QuestionForm.Recognized;
import dev.babyagi.evaluation.comparison.SolutionStep.Kind;
import dev.babyagi.fake.FakeRequest;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.language.TokenEstimate;

/**
 * A model that answers by skill from what it is sent: it reads the question in the
 * prompt, and plans it, carries out one step of it, or answers it in one go, as it is
 * asked to. Which contestant asks it cannot tell, but by the words of the prompt.
 */
final class SimulatedSolver implements ResponseScript {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Pattern TASK = Pattern.compile("(?s)Your task is t[\\d-]+:\\n(.*?)\\n\\nExpected: ");

	private static final Pattern OUTPUT = Pattern.compile("\\[the output of (t[\\d-]+)]");

	private static final Pattern CHOSEN = Pattern.compile("\"choice\":\"([^\"]+)\"");

	private static final Pattern FINISHED = Pattern
		.compile("\\{\"id\":\"(t[\\d-]+)\".*?\"status\":\"succeeded\".*?\"output\":(.*)}");

	private static final Pattern NEW_TASKS = Pattern.compile("named (t[\\d-]+)");

	private static final Pattern DONE = Pattern.compile("(?m)^\\d+\\. (.+) = (.+)$");

	private static final Pattern SAID = Pattern.compile("(?s)<data name=\"text\">\\n(.*?)\\n</data>");

	private final SimulatedMind mind;

	private final LearningModel houses;

	SimulatedSolver(SolverSkill skill, Draws draws) {
		this.mind = new SimulatedMind(skill, draws);
		this.houses = new LearningModel(Competence.USUAL, draws);
	}

	@Override
	public FakeResponse answer(FakeRequest request) {
		if (request.schemaName().equals("reflect") || HouseQuestion.isAsked(request.user())) {
			return this.houses.answer(request);
		}
		String reply = reply(request);
		return FakeResponse.text(reply)
			.usage(TokenEstimate.in(request.system()) + TokenEstimate.in(request.user()), TokenEstimate.in(reply));
	}

	private String reply(FakeRequest request) {
		String prompt = request.user();
		Optional<Recognized> question = QuestionForm.in(prompt);
		return switch (request.schemaName()) {
			case "plan" -> question.map((asked) -> plan(asked, prompt)).orElse("I cannot plan that.");
			case "join" -> join(prompt);
			case "extract" -> extract(prompt);
			case "direct" -> JSON.createObjectNode().put("answer", direct(question, prompt)).toString();
			default -> text(request.system(), question, prompt);
		};
	}

	private String text(String system, Optional<Recognized> question, String prompt) {
		Matcher task = TASK.matcher(prompt);
		if (task.find()) {
			return task(question.map(Recognized::text).orElse(""), task.group(1), prompt);
		}
		if (system.equals(CalculatorContestant.INSTRUCTIONS)) {
			return question.map((asked) -> expression(asked, prompt)).orElse("I do not know.");
		}
		if (system.equals(SequentialContestant.INSTRUCTIONS)) {
			return question.map((asked) -> nextStep(asked, prompt)).orElse("Answer: I do not know.");
		}
		if (prompt.contains(OriginalLoop.CREATE)) {
			return question.map((asked) -> newTasks(asked, prompt)).orElse("");
		}
		if (prompt.contains(OriginalLoop.PRIORITIZE)) {
			return prioritized(prompt);
		}
		if (prompt.contains(OriginalLoop.EXECUTE)) {
			return question.map((asked) -> originalTask(asked, prompt)).orElse("I do not know.");
		}
		return direct(question, prompt);
	}

	private String direct(Optional<Recognized> question, String prompt) {
		return question.map((asked) -> this.mind.answer(asked, prompt))
			.orElse(Notes.facts(prompt).isEmpty() ? "I do not know." : "Noted.");
	}

	/**
	 * Plans one task for a step. What is calculated is for the calculator. A number that
	 * is looked up is easy to get wrong. Limits are checked by calculation.
	 */
	private String plan(Recognized question, String prompt) {
		if (prompt.contains("One task of that plan is to be split")) {
			return "It cannot be split.";
		}
		ObjectNode plan = JSON.createObjectNode().put("thought", "One task for each step.");
		plan.putArray("requirements").addObject().put("id", "r1").put("text", "The answer");
		ArrayNode tasks = plan.putArray("tasks");
		Matcher named = NEW_TASKS.matcher(prompt);
		int first = named.find() ? Integer.parseInt(named.group(1).replaceAll("\\D", "")) : 1;
		IntFunction<String> id = (number) -> "t" + (first + number - 1);
		List<SolutionStep> steps = this.mind.understand(question);
		for (int number = 1; number <= steps.size(); number++) {
			SolutionStep step = other(steps.get(number - 1), prompt);
			ObjectNode task = task(tasks, id.apply(number), step.with((other) -> "${" + id.apply(other) + ".output}"));
			ArrayNode dependsOn = task.putArray("dependsOn");
			IntStream.of(step.references()).mapToObj(id).forEach(dependsOn::add);
		}
		if (steps.getLast().kind() == Kind.CHOOSE) {
			String[] limits = steps.getLast().work().split(" and ", 2);
			check(tasks, id.apply(2), id.apply(1), "costs", limits[0]);
			check(tasks, id.apply(3), id.apply(1), "hours", limits[1]);
			plan.putObject("final")
				.put("kind", "template")
				.put("value", "${%s.output.choice}, for ${%s.output}, in ${%s.output} hours".formatted(id.apply(1),
						id.apply(2), id.apply(3)));
		}
		else {
			plan.putObject("final").put("kind", "reference").put("value", "${" + id.apply(steps.size()) + ".output}");
		}
		return plan.toString();
	}

	/** A choice, other than those that are known to be wrong. */
	private static SolutionStep other(SolutionStep step, String prompt) {
		String chosen = String.join(" or ",
				CHOSEN.matcher(prompt).results().map((choice) -> choice.group(1)).distinct().toList());
		return chosen.isEmpty() ? step : new SolutionStep(step.kind(), step.work() + SimulatedMind.OTHER_THAN + chosen);
	}

	private static ObjectNode task(ArrayNode tasks, String id, SolutionStep step) {
		ObjectNode task = tasks.addObject().put("id", id).put("title", step.kind().name());
		task.putArray("covers").add("r1");
		task.put("instruction", step.words());
		switch (step.kind()) {
			case CALCULATE -> {
				task.put("assignment", "tool").put("tool", "calculator");
				task.putObject("inputs").put("expression", step.work());
			}
			case FIND -> {
				boolean number = step.work().matches("(population|area) .*");
				task.put("assignment", "think").putObject("expect").put("type", number ? "number" : "text");
				task.put("effort", number ? "high" : "low");
			}
			case CHOOSE -> task.put("assignment", "think").putObject("expect").put("type", "json");
		}
		return task;
	}

	private static void check(ArrayNode tasks, String id, String choice, String what, String limit) {
		ObjectNode task = task(tasks, id,
				new SolutionStep(Kind.CALCULATE, "sum(${%s.output.%s})".formatted(choice, what)));
		task.putArray("dependsOn").add(choice);
		task.putObject("success").put("kind", "range").putObject("arg").put("min", 0).put("max", new BigDecimal(limit));
	}

	private String task(String question, String instruction, String prompt) {
		SolutionStep step = SolutionStep.in(resolved(instruction, prompt)).orElseThrow();
		String outcome = this.mind.carryOut(question, step, prompt);
		if (step.kind() != Kind.CHOOSE) {
			return outcome;
		}
		List<Trip> chosen = Notes.trips(prompt).stream().filter((trip) -> outcome.contains(trip.name())).toList();
		return JSON.createObjectNode()
			.put("choice", outcome)
			.putPOJO("costs", chosen.stream().map(Trip::cost).toList())
			.putPOJO("hours", chosen.stream().map(Trip::hours).toList())
			.toString();
	}

	/** An instruction, with the outputs that it refers to. */
	private static String resolved(String instruction, String prompt) {
		return OUTPUT.matcher(instruction).replaceAll((output) -> {
			Matcher block = Pattern.compile("(?s)<data name=\"" + output.group(1) + "\">\n(.*?)\n</data>")
				.matcher(prompt);
			return Matcher.quoteReplacement(block.find() ? block.group(1) : SimulatedMind.NOT_STATED);
		});
	}

	private static String sum(List<Integer> numbers) {
		return String.join(" + ", numbers.stream().map(Object::toString).toList());
	}

	/** One expression for all steps, in which what is to be found is found. */
	private String expression(Recognized question, String prompt) {
		List<SolutionStep> steps = this.mind.understand(question);
		List<String> parts = new ArrayList<>();
		for (SolutionStep step : steps) {
			SolutionStep resolved = step.with((number) -> parts.get(number - 1));
			parts.add((step.kind() == Kind.CALCULATE) ? "(" + resolved.work() + ")"
					: this.mind.carryOut(question.text(), resolved, prompt));
		}
		boolean calculated = steps.getLast().kind() == Kind.CALCULATE;
		return (calculated ? "Calculate: " : "Answer: ") + parts.getLast();
	}

	/** The next step after those that are listed as done. */
	private String nextStep(Recognized question, String prompt) {
		List<MatchResult> done = DONE.matcher(prompt).results().toList();
		List<SolutionStep> steps = this.mind.understand(question);
		if (steps.getLast().kind() == Kind.CHOOSE) {
			return nextChoice(question, steps.getLast(), done, prompt);
		}
		if (done.size() >= steps.size()) {
			return "Answer: " + done.getLast().group(2);
		}
		SolutionStep step = steps.get(done.size()).with((number) -> done.get(number - 1).group(2));
		return (step.kind() == Kind.CALCULATE) ? "Calculate: " + step.work()
				: step.words() + " = " + this.mind.carryOut(question.text(), step, prompt);
	}

	/** Chooses, adds up costs and hours, and chooses anew if a sum is too much. */
	private String nextChoice(Recognized question, SolutionStep step, List<MatchResult> done, String prompt) {
		String[] limits = step.work().split(" and ", 2);
		int since = 0;
		while (since < done.size() && !done.get(done.size() - 1 - since).group(1).startsWith("Choose")) {
			since++;
		}
		boolean chosen = since < done.size();
		boolean tooMuch = chosen && since > 0
				&& Double.parseDouble(done.getLast().group(2)) > Double.parseDouble(limits[since - 1]);
		if (!chosen || tooMuch) {
			return step.words() + " = " + this.mind.carryOut(question.text(), step, prompt);
		}
		String choice = done.get(done.size() - 1 - since).group(2);
		List<Trip> trips = Notes.trips(prompt).stream().filter((trip) -> choice.contains(trip.name())).toList();
		return switch (since) {
			case 0 -> "Calculate: " + sum(trips.stream().map(Trip::cost).toList());
			case 1 -> "Calculate: " + sum(trips.stream().map(Trip::hours).toList());
			default -> "Answer: " + choice;
		};
	}

	/** Lists the steps that are neither done nor waiting. */
	private String newTasks(Recognized question, String prompt) {
		StringBuilder tasks = new StringBuilder();
		int number = 1;
		for (SolutionStep step : this.mind.understand(question)) {
			String words = step.with((other) -> "the result of step " + other).words();
			if (!prompt.contains(OriginalLoop.stripped(words))) {
				tasks.append(number++).append(". ").append(words).append('\n');
			}
		}
		return tasks.toString();
	}

	private static String prioritized(String prompt) {
		String list = prompt.substring(prompt.lastIndexOf(OriginalLoop.TASKS) + OriginalLoop.TASKS.length());
		StringBuilder tasks = new StringBuilder();
		int number = 1;
		for (String task : list.strip().lines().toList()) {
			tasks.append(number++).append(". ").append(task.strip()).append('\n');
		}
		return tasks.toString();
	}

	/**
	 * Carries out a task whose signs are lost. It sees the names of earlier tasks and
	 * none of their results, so it must begin anew: it answers up to the step that the
	 * task looks like.
	 */
	private String originalTask(Recognized question, String prompt) {
		String task = prompt.substring(prompt.lastIndexOf(OriginalLoop.TASK) + OriginalLoop.TASK.length())
			.lines()
			.findFirst()
			.orElse("")
			.strip();
		List<SolutionStep> steps = this.mind.understand(question);
		for (int number = 1; number <= steps.size(); number++) {
			String words = steps.get(number - 1).with((other) -> "the result of step " + other).words();
			if (task.equals(OriginalLoop.stripped(words))) {
				return this.mind.answer(new Recognized(question.text(), steps.subList(0, number), question.slots()),
						prompt);
			}
		}
		return "These steps are needed.";
	}

	/** Answers with the last output that there is. */
	private static String join(String prompt) {
		ObjectNode reply = JSON.createObjectNode()
			.put("thought", "The last output answers it.")
			.put("action", "finish");
		Optional<MatchResult> last = FINISHED.matcher(prompt).results().reduce((one, next) -> next);
		String answer = last.map((output) -> output.group(2)).orElse(SimulatedMind.NOT_STATED);
		reply.put("answer", answer);
		ArrayNode claims = reply.putArray("claims");
		last.ifPresent((output) -> claims.addObject().put("text", answer).putArray("cites").add(output.group(1)));
		reply.putArray("missing");
		return reply.toString();
	}

	private String extract(String prompt) {
		Matcher said = SAID.matcher(prompt);
		ObjectNode reply = JSON.createObjectNode();
		ArrayNode facts = reply.putArray("facts");
		for (Fact fact : Notes.facts(said.find() ? said.group(1) : "")) {
			facts.addObject()
				.put("kind", "fact")
				.put("subject", fact.entity())
				.put("attribute", fact.attribute())
				.put("value", fact.value())
				.put("text", fact.words())
				.put("quote", fact.words());
		}
		return reply.toString();
	}

}
