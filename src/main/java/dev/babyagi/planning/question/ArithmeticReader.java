package dev.babyagi.planning.question;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.babyagi.arithmetic.ArithmeticExpression;
import dev.babyagi.arithmetic.ArithmeticExpression.Draft;
import dev.babyagi.arithmetic.ArithmeticOperator;
import dev.babyagi.arithmetic.ArithmeticTerm;
import dev.babyagi.arithmetic.ArithmeticTerm.Literal;
import dev.babyagi.arithmetic.ArithmeticTerm.Operation;

/**
 * Reads a whole text as a formula by recursive descent of bounded depth, or refuses it.
 * From the loosest to the tightest: plus and minus; times, over and mod; shares such as
 * "10% of"; signs and phrases such as "half of"; powers; words after their operand, such
 * as "squared" or 的一半. "Then" and 再 apply the next operation to everything before them on
 * their level. A text that can be read in two ways is refused.
 */
public final class ArithmeticReader {

	/** No real question with two readings has more operations. */
	private static final int MAX_COMPARED = 100;

	private final ArithmeticTokens tokens;

	private final Draft draft = new Draft();

	private final ArithmeticOperands operands;

	private ArithmeticReader(ArithmeticTokens tokens) {
		this.tokens = tokens;
		this.operands = new ArithmeticOperands(tokens, this.draft, this::expression);
	}

	public static Optional<ArithmeticExpression> read(String text) {
		QuestionFrame frame = QuestionFrame.around(ArithmeticText.uniform(text));
		if (ArithmeticLookalikes.include(frame)) {
			return Optional.empty();
		}
		try {
			List<ArithmeticToken> lexed = ArithmeticLexer.tokens(frame.formula());
			AmbiguousGroups.refuse(lexed);
			ArithmeticExpression formula = read(lexed);
			if (!meansTheSame(formula, read(TightGroups.inParentheses(lexed)))) {
				return Optional.empty();
			}
			return (formula.operations().isEmpty() && isNoSum(frame)) ? Optional.empty() : Optional.of(formula);
		}
		catch (NotArithmetic ex) {
			return Optional.empty();
		}
	}

	private static ArithmeticExpression read(List<ArithmeticToken> tokens) {
		return new ArithmeticReader(new ArithmeticTokens(tokens)).whole();
	}

	/**
	 * Returns whether two readings have the same value. Long ones that differ are not
	 * calculated.
	 */
	private static boolean meansTheSame(ArithmeticExpression reading, ArithmeticExpression other) {
		return reading.isSameAs(other) || (reading.operations().size() <= MAX_COMPARED && reading.hasValueOf(other));
	}

	/** "What is 42?" does not ask for a computation, and 五一 is a holiday. */
	private static boolean isNoSum(QuestionFrame frame) {
		boolean inDigits = frame.formula().chars().anyMatch((c) -> c >= '0' && c <= '9');
		return !frame.told() && (frame.asked() || !inDigits);
	}

	private ArithmeticExpression whole() {
		Optional<ArithmeticTerm> imperative = this.operands.lists().imperative();
		if (imperative.isPresent() && !this.tokens.isNext(ArithmeticWord.THEN)) {
			this.tokens.expect(ArithmeticWord.END);
		}
		ArithmeticTerm result = imperative.isPresent() ? expressionFrom(imperative.get()) : expression();
		this.tokens.expect(ArithmeticWord.END);
		return this.draft.finish(result);
	}

	private ArithmeticTerm expression() {
		return expressionFrom(this.operands.share());
	}

	private ArithmeticTerm expressionFrom(ArithmeticTerm first) {
		Set<ArithmeticOperator> used = EnumSet.noneOf(ArithmeticOperator.class);
		ArithmeticTerm left = productFrom(first, used);
		while (true) {
			ArithmeticOperator operator = sumOperator();
			if (operator != null) {
				this.tokens.next();
				used.add(operator);
				ArithmeticTerm right = productFrom(this.operands.share(), used);
				refusePercentage(left, right);
				left = this.draft.operation(operator, left, right);
			}
			else if (this.operands.lists().pauseBeforeOperator(used)) {
				this.tokens.next();
				left = productFrom(left, used);
			}
			else if (takeThen() || this.operands.lists().takeName(used)) {
				used.clear();
				left = productFrom(this.operands.behind(left), used);
			}
			else {
				return left;
			}
		}
	}

	private ArithmeticTerm productFrom(ArithmeticTerm first, Set<ArithmeticOperator> used) {
		ArithmeticTerm left = first;
		while (true) {
			ArithmeticOperator operator = productOperator();
			if (operator == null) {
				return left;
			}
			refuseUnknown();
			this.tokens.next();
			used.add(operator);
			left = this.draft.operation(operator, left, this.operands.share());
		}
	}

	/**
	 * "200 + 10%" may be 220 or 200.1, so it is refused. Of 1 and of percentages it is
	 * the same, and 二分之一加百分之五十 adds two fractions.
	 */
	private void refusePercentage(ArithmeticTerm left, ArithmeticTerm right) {
		boolean clear = switch (this.tokens.last().word()) {
			case CLOSE -> true;
			case NUMBER -> left instanceof Operation first && first.operator() == ArithmeticOperator.DIVIDE;
			default -> false;
		};
		boolean same = left.equals(new Literal("1")) || ArithmeticOperands.isPercentage(left);
		if (ArithmeticOperands.isPercentage(right) && !clear && !same) {
			throw new NotArithmetic();
		}
	}

	/** Reads "then" if an operation on the result so far follows. */
	private boolean takeThen() {
		return this.tokens.take(ArithmeticWord.THEN) && switch (this.tokens.peek().word()) {
			case PLUS, MINUS, LESS, TIMES, LETTER_X, OVER, MODULO, POWER, SQUARED, CUBED, HALVED, ROOTED, ADD, SUBTRACT,
					MULTIPLY_BY, DIVIDE_BY ->
				true;
			default -> throw new NotArithmetic();
		};
	}

	private @Nullable ArithmeticOperator sumOperator() {
		return switch (this.tokens.peek().word()) {
			case PLUS -> ArithmeticOperator.ADD;
			case MINUS, LESS -> ArithmeticOperator.SUBTRACT;
			case ADD -> afterThen(ArithmeticOperator.ADD);
			case SUBTRACT -> afterThen(ArithmeticOperator.SUBTRACT);
			default -> null;
		};
	}

	private @Nullable ArithmeticOperator productOperator() {
		return switch (this.tokens.peek().word()) {
			case TIMES, LETTER_X -> ArithmeticOperator.MULTIPLY;
			case OVER -> ArithmeticOperator.DIVIDE;
			case MODULO -> ArithmeticOperator.MODULO;
			case MULTIPLY_BY -> afterThen(ArithmeticOperator.MULTIPLY);
			case DIVIDE_BY -> afterThen(ArithmeticOperator.DIVIDE);
			default -> null;
		};
	}

	private @Nullable ArithmeticOperator afterThen(ArithmeticOperator operator) {
		return (this.tokens.last().word() == ArithmeticWord.THEN) ? operator : null;
	}

	/**
	 * The x of "2x - 1" is an unknown, and that of "0x10" is a prefix; both are refused.
	 * In "2 x -3" it means times.
	 */
	private void refuseUnknown() {
		ArithmeticToken x = this.tokens.peek();
		if (x.word() == ArithmeticWord.LETTER_X) {
			ArithmeticToken behind = this.tokens.behindNext();
			boolean sign = behind.word() == ArithmeticWord.MINUS && !(x.detached() && behind.attached());
			boolean prefix = x.attached() && this.tokens.last().attached() && this.tokens.last().text().equals("0");
			if (prefix || sign) {
				throw new NotArithmetic();
			}
		}
	}

}
