package dev.babyagi.planning.question;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Puts numbers that signs join without spaces, such as {@code 3/4} or {@code 2+3}, into
 * parentheses of their own, and a sign with its number, such as {@code -2}. People read
 * them as one number where the rules of precedence take them apart, as in "10 divided by
 * 1/2". Takes time linear in the number of tokens.
 */
final class TightGroups {

	private final List<ArithmeticToken> tokens;

	private final int[] opened;

	private final int[] closed;

	/** The open parentheses, the innermost first. */
	private final Deque<Level> levels = new ArrayDeque<>();

	private TightGroups(List<ArithmeticToken> tokens) {
		this.tokens = tokens;
		this.opened = new int[tokens.size()];
		this.closed = new int[tokens.size()];
	}

	/**
	 * Returns the tokens with parentheses around every group.
	 * @throws NotArithmetic if their parentheses do not match
	 */
	static List<ArithmeticToken> inParentheses(List<ArithmeticToken> tokens) {
		TightGroups groups = new TightGroups(tokens);
		groups.levels.push(groups.new Level());
		for (int i = 0; i < tokens.size(); i++) {
			groups.look(i);
		}
		return groups.written();
	}

	private void look(int index) {
		Level level = this.levels.element();
		if (index > 0 && !isAttached(index - 1)) {
			level.finish();
		}
		switch (word(index)) {
			case NUMBER, HUNDREDTHS, RADICAL -> level.operand(index);
			case OPEN -> {
				level.operand(index);
				this.levels.push(new Level());
			}
			case CLOSE -> {
				level.finish();
				this.levels.pop();
				if (this.levels.isEmpty()) {
					throw new NotArithmetic();
				}
				this.levels.element().behind(index);
			}
			case PERCENT, PARTS -> level.behind(index);
			case SUPERSCRIPT -> level.superscript(index);
			case HAS, SQUARED, CUBED, HALVED, ROOTED, TH_POWER, TIMES_AS_MUCH -> level.follower(index);
			case PLUS, MINUS, TIMES, LETTER_X, OVER, POWER -> level.operator(index);
			default -> level.finish();
		}
	}

	private List<ArithmeticToken> written() {
		List<ArithmeticToken> written = new ArrayList<>();
		for (int i = 0; i < this.tokens.size(); i++) {
			ArithmeticToken token = this.tokens.get(i);
			for (int n = 0; n < this.opened[i]; n++) {
				written.add(new ArithmeticToken(ArithmeticWord.OPEN, "(", false, true));
			}
			written.add(token);
			for (int n = 0; n < this.closed[i]; n++) {
				written.add(new ArithmeticToken(ArithmeticWord.CLOSE, ")", false, token.attached()));
			}
		}
		return written;
	}

	/**
	 * Whether a sign stands there that a number or an expression follows and nothing
	 * else.
	 */
	private boolean isPrefix(int index) {
		boolean minus = index >= 0 && word(index) == ArithmeticWord.MINUS
				&& (index == 0 || !(word(index - 1).endsOperand() || word(index - 1) == ArithmeticWord.THEN
						|| (word(index - 1) == ArithmeticWord.COMMA && !isAttached(index))));
		return minus || (index >= 0 && word(index) == ArithmeticWord.NEGATIVE);
	}

	private boolean isSign(int index) {
		String text = this.tokens.get(index).text();
		return text.equals("**") || (text.length() == 1 && "+-*/÷^x".contains(text));
	}

	private boolean isAttached(int index) {
		return this.tokens.get(index).attached();
	}

	private ArithmeticWord word(int index) {
		return (index >= 0 && index < this.tokens.size()) ? this.tokens.get(index).word() : ArithmeticWord.END;
	}

	/**
	 * The group that is being read between two parentheses.
	 */
	private final class Level {

		private static final int NONE = -1;

		/** Inside numbers that are joined, but not to a group. */
		private static final int BROKEN = -2;

		private int start = NONE;

		private int end;

		/** Whether a sign stands before the first number. */
		private boolean prefix;

		private int operators;

		void operand(int index) {
			if (this.start == NONE) {
				this.prefix = isPrefix(index - 1);
				this.start = this.prefix ? index - 1 : index;
				this.operators = 0;
			}
			this.end = index;
		}

		void behind(int index) {
			this.end = index;
		}

		/**
		 * Whether 负 or "negative" and one number were read, to which no power belongs.
		 */
		private boolean isNegative() {
			return this.start >= 0 && word(this.start) == ArithmeticWord.NEGATIVE && this.operators == 0;
		}

		void superscript(int index) {
			if (isNegative()) {
				breakOff();
			}
			this.end = index;
		}

		/** A word takes one number into the group, and more numbers apart. */
		void follower(int index) {
			if (this.start >= 0 && (this.prefix || this.operators > 0)) {
				breakOff();
			}
			this.end = index;
		}

		void operator(int index) {
			boolean tight = isSign(index) && isAttached(index);
			boolean joined = index > 0 && isAttached(index - 1);
			if (this.start >= 0 && tight && joined && !(isNegative() && word(index) == ArithmeticWord.POWER)) {
				this.operators++;
			}
			else if (tight && !isPrefix(index)) {
				breakOff();
			}
			else {
				finish();
			}
		}

		private void breakOff() {
			finish();
			this.start = BROKEN;
		}

		void finish() {
			if (this.start >= 0 && isGroup()) {
				TightGroups.this.opened[this.start]++;
				TightGroups.this.closed[this.end]++;
			}
			this.start = NONE;
		}

		private boolean isGroup() {
			ArithmeticWord next = word(this.end + 1);
			boolean whole = (this.start == 0 || word(this.start - 1) == ArithmeticWord.OPEN)
					&& (next == ArithmeticWord.CLOSE || next == ArithmeticWord.END);
			boolean share = next == ArithmeticWord.OF && this.operators == 1 && !this.prefix;
			boolean power = next == ArithmeticWord.POWER && isSign(this.end + 1) && this.operators == 0
					&& word(this.start) == ArithmeticWord.MINUS;
			return (this.prefix || this.operators > 0) && !whole && !share && !power;
		}

	}

}
