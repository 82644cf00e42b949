package dev.babyagi.evaluation.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One step after the other, each with all steps so far in its prompt, and a calculator:
 * in the manner of ReAct (Yao et al., arXiv:2210.03629).
 */
final class SequentialContestant implements Contestant {

	static final String INSTRUCTIONS = """
			Answer the question one step at a time. Reply with the next step alone, as one line:
			Calculate: an expression. Its value will be listed.
			Or what you do, such as "Find the area of Oslo", then " = " and what comes of it.
			Or, when the steps so far give the answer: Answer: the answer alone.""";

	private static final int MOST_STEPS = 20;

	private static final Pattern STEP = Pattern.compile("^(?!Answer: ).+ = .+");

	private final ChatClient chat;

	SequentialContestant(ChatClient chat) {
		this.chat = chat;
	}

	@Override
	public String answer(Question question) {
		List<String> steps = new ArrayList<>();
		while (steps.size() < MOST_STEPS) {
			String prompt = ChatClient.transcript(question)
					+ (steps.isEmpty() ? "" : "\n\nThe steps so far:\n" + String.join("\n", steps));
			String reply = this.chat.ask(INSTRUCTIONS, prompt, 0).strip();
			if (!reply.startsWith("Calculate: ") && !STEP.matcher(reply).find()) {
				return reply.replaceFirst("^Answer: ", "");
			}
			String step = reply.startsWith("Calculate: ")
					? reply + " = " + CalculatorContestant.value(reply.substring("Calculate: ".length())) : reply;
			steps.add((steps.size() + 1) + ". " + step);
		}
		return "";
	}

}
