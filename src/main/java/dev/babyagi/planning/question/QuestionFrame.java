package dev.babyagi.planning.question;

import java.util.List;
import java.util.stream.Stream;

/**
 * A formula and the words around it.
 *
 * @param formula the text between opening and ending
 * @param asked whether there were any such words
 * @param told whether some of them are used for arithmetic only
 */
record QuestionFrame(String formula, boolean asked, boolean told) {

	private static final List<String> TELLING = List.of("calculate", "compute", "evaluate", "work out", "计算", "计算一下",
			"计算下", "算", "算一下", "算下", "算算", "求", "求出", "求解");

	private static final List<String> ASKING = List.of("what is", "how much is", "what's", "whats", "what does",
			"please", "can you", "could you", "would you", "tell me", "give me", "find", "solve", "determine",
			"the answer to", "the result of", "result of", "the value of", "value of", "the following",
			"the expression", "请", "请问", "请你", "请帮我", "帮我", "你能", "告诉我", "先", "先算", "先计算");

	private static final List<String> TELLING_ENDS = List.of("=", "equals", "equals what", "equals to", "equal",
			"equal to", "is equal to", "is equal to what", "equals how much", "=几", "=多少", "等于", "等于多少", "等于几", "等于什么");

	private static final List<String> ASKING_ENDS = List.of("?", ".", "is", "is what", "is how much", "please",
			"for me", "thanks", "thank you", "谢谢", "是多少", "是几", "是什么", "得", "得多少", "得几", "为多少", "的结果", "的结果是多少",
			"的结果是什么", "结果", "结果是多少", "的值", "的值是多少", "的值是什么", "的答案", "的答案是多少", "呢");

	private static final ArithmeticPhrases OPENINGS = new ArithmeticPhrases(joined(TELLING, ASKING));

	private static final ArithmeticPhrases ENDINGS = new ArithmeticPhrases(joined(TELLING_ENDS, ASKING_ENDS));

	/** A text with more phrases around the formula is not a plain question. */
	private static final int MAX_PHRASES = 8;

	/** The characters that may stand between opening, formula and ending. */
	private static final String PAUSES = ":,、";

	static QuestionFrame around(String text) {
		QuestionFrame frame = new QuestionFrame(text, false, false);
		for (int i = 0; i < MAX_PHRASES; i++) {
			frame = frame.withoutOpening();
		}
		for (int i = 0; i < MAX_PHRASES; i++) {
			frame = frame.withoutEnding();
		}
		return frame;
	}

	private QuestionFrame withoutOpening() {
		String opening = OPENINGS.startingAt(this.formula, 0);
		if (opening.isEmpty()) {
			return this;
		}
		String rest = this.formula.substring(opening.length()).strip();
		if (!rest.isEmpty() && PAUSES.indexOf(rest.charAt(0)) >= 0) {
			rest = rest.substring(1).strip();
		}
		return new QuestionFrame(rest, true, this.told || TELLING.contains(opening));
	}

	private QuestionFrame withoutEnding() {
		String ending = ENDINGS.endingAt(this.formula, this.formula.length());
		String rest = this.formula.substring(0, this.formula.length() - ending.length()).strip();
		if (ending.isEmpty() || repeats(ending, rest)) {
			return this;
		}
		boolean pause = ending.length() > 1 && !rest.isEmpty() && PAUSES.indexOf(rest.charAt(rest.length() - 1)) >= 0;
		return new QuestionFrame(pause ? rest.substring(0, rest.length() - 1).strip() : rest,
				this.asked || !ending.equals("."), this.told || TELLING_ENDS.contains(ending));
	}

	private static boolean repeats(String ending, String rest) {
		return ending.length() == 1 && rest.endsWith(ending) && !ending.equals("?");
	}

	private static List<String> joined(List<String> first, List<String> second) {
		return Stream.concat(first.stream(), second.stream()).toList();
	}

}
