package dev.babyagi.evaluation.comparison;

import dev.babyagi.arithmetic.CalculatorExpression;
import dev.babyagi.arithmetic.NotCalculable;

/**
 * One call that answers, or writes one expression whose value is the answer.
 */
final class CalculatorContestant implements Contestant {

	static final String INSTRUCTIONS = """
			Answer the question. If it needs a calculation, reply with one line "Calculate: " and one expression that gives \
			the answer. Otherwise reply with one line "Answer: " and the answer alone. \
			If the notes do not state what is needed, reply: Answer: not stated""";

	private final ChatClient chat;

	CalculatorContestant(ChatClient chat) {
		this.chat = chat;
	}

	@Override
	public String answer(Question question) {
		String reply = this.chat.ask(INSTRUCTIONS, ChatClient.transcript(question), 0).strip();
		return reply.startsWith("Calculate: ") ? value(reply.substring("Calculate: ".length()))
				: reply.replaceFirst("^Answer: ", "");
	}

	static String value(String expression) {
		try {
			return CalculatorExpression.value(expression.strip()).text();
		}
		catch (NotCalculable ex) {
			return "not calculable";
		}
	}

}
