package dev.babyagi.planning.question;

import java.util.function.Supplier;

import dev.babyagi.arithmetic.ArithmeticExpression.Draft;
import dev.babyagi.arithmetic.ArithmeticOperator;
import dev.babyagi.arithmetic.ArithmeticTerm;
import dev.babyagi.arithmetic.ArithmeticTerm.Literal;
import dev.babyagi.arithmetic.ArithmeticTerm.Operation;

/**
 * Reads the operands of a formula: numbers, parentheses, and everything that binds
 * tighter than multiplication.
 */
final class ArithmeticOperands {

	/** No real question is nested deeper. */
	private static final int MAX_DEPTH = 400;

	private final ArithmeticTokens tokens;

	private final Draft draft;

	private final Supplier<ArithmeticTerm> expression;

	private final NamedOperations lists;

	private int depth;

	ArithmeticOperands(ArithmeticTokens tokens, Draft draft, Supplier<ArithmeticTerm> expression) {
		this.tokens = tokens;
		this.draft = draft;
		this.expression = expression;
		this.lists = new NamedOperations(tokens, draft, this::share, this::signed);
	}

	NamedOperations lists() {
		return this.lists;
	}

	/** Reads an operand, or a share of one: "10% of 50", "3/4 of 80". */
	ArithmeticTerm share() {
		return deeper(this::readShare);
	}

	private ArithmeticTerm readShare() {
		if (fractionOfFollows()) {
			return fractionOf();
		}
		int start = this.tokens.position();
		ArithmeticTerm term = signed();
		if (this.tokens.take(ArithmeticWord.OF)) {
			if (!isPercentage(term)) {
				throw new NotArithmetic();
			}
			return this.draft.operation(ArithmeticOperator.MULTIPLY, term, share());
		}
		while (this.lists.isJoined()) {
			term = behind(this.lists.named(term, start));
		}
		return term;
	}

	/** Reads what follows the operand, such as "squared" or {@code ^ 2}. */
	ArithmeticTerm behind(ArithmeticTerm operand) {
		ArithmeticTerm base = followed(operand);
		if (this.tokens.last().word() == ArithmeticWord.SUPERSCRIPT && this.tokens.isNext(ArithmeticWord.POWER)) {
			throw new NotArithmetic();
		}
		return this.tokens.isNext(ArithmeticWord.POWER)
				? this.draft.operation(ArithmeticOperator.POWER, base, exponent(this.tokens.next())) : base;
	}

	/**
	 * "2 to the power of 3 squared" may be 64 or 512, so it is refused; {@code 2^3^2} is
	 * 512.
	 */
	private ArithmeticTerm exponent(ArithmeticToken power) {
		ArithmeticTerm exponent = signed();
		boolean follower = switch (this.tokens.last().word()) {
			case SQUARED, CUBED, HALVED, ROOTED -> true;
			case CLOSE -> false;
			default -> power.text().length() > 2 && isPower(exponent);
		};
		if (follower) {
			throw new NotArithmetic();
		}
		return exponent;
	}

	private static boolean isPower(ArithmeticTerm term) {
		return term instanceof Operation operation && operation.operator() == ArithmeticOperator.POWER;
	}

	private boolean fractionOfFollows() {
		return this.tokens.ahead(ArithmeticWord.NUMBER, ArithmeticWord.OVER, ArithmeticWord.NUMBER, ArithmeticWord.OF)
				&& switch (this.tokens.last().word()) {
					case TIMES, LETTER_X, OVER, MODULO, POWER -> false;
					default -> true;
				};
	}

	/** Multiplies before it divides, so that a third of 300 is exactly 100. */
	private ArithmeticTerm fractionOf() {
		String numerator = this.tokens.next().text();
		this.tokens.next();
		String denominator = this.tokens.next().text();
		this.tokens.next();
		return partsOf(share(), numerator, denominator);
	}

	private ArithmeticTerm partsOf(ArithmeticTerm whole, String numerator, String denominator) {
		ArithmeticTerm times = numerator.equals("1") ? whole
				: this.draft.operation(ArithmeticOperator.MULTIPLY, whole, numerator);
		return this.draft.operation(ArithmeticOperator.DIVIDE, times, denominator);
	}

	private ArithmeticTerm signed() {
		return deeper(this::readSigned);
	}

	private ArithmeticTerm readSigned() {
		boolean negative = this.tokens.take(ArithmeticWord.MINUS) || this.tokens.take(ArithmeticWord.NEGATIVE);
		return negative ? negated(unsigned()) : unsigned();
	}

	private ArithmeticTerm negated(ArithmeticTerm term) {
		return (term instanceof Literal(String text) && !text.startsWith("-")) ? new Literal("-" + text)
				: this.draft.operation(ArithmeticOperator.NEGATE, term);
	}

	private ArithmeticTerm unsigned() {
		return switch (this.tokens.peek().word()) {
			case ROOT_OF -> this.draft.operation(ArithmeticOperator.ROOT, shareBehindPhrase());
			case SQUARE_OF -> this.draft.operation(ArithmeticOperator.POWER, shareBehindPhrase(), "2");
			case CUBE_OF -> this.draft.operation(ArithmeticOperator.POWER, shareBehindPhrase(), "3");
			case HALF_OF -> this.draft.operation(ArithmeticOperator.DIVIDE, shareBehindPhrase(), "2");
			case THIRD_OF -> this.draft.operation(ArithmeticOperator.DIVIDE, shareBehindPhrase(), "3");
			case QUARTER_OF -> this.draft.operation(ArithmeticOperator.DIVIDE, shareBehindPhrase(), "4");
			case TWICE -> this.draft.operation(ArithmeticOperator.MULTIPLY, shareBehindPhrase(), "2");
			case SUM_OF, PRODUCT_OF, DIFFERENCE_OF, QUOTIENT_OF, AVERAGE_OF -> this.lists.ofList();
			default -> behind(primary());
		};
	}

	private ArithmeticTerm shareBehindPhrase() {
		this.tokens.next();
		return share();
	}

	private ArithmeticTerm primary() {
		return switch (this.tokens.peek().word()) {
			case NUMBER -> number();
			case HUNDREDTHS -> hundredths();
			case RADICAL -> {
				this.tokens.next();
				yield this.draft.operation(ArithmeticOperator.ROOT, deeper(this::primary));
			}
			case OPEN -> {
				this.tokens.next();
				ArithmeticTerm inner = this.lists.inParentheses(this.expression);
				this.tokens.expect(ArithmeticWord.CLOSE);
				yield inner;
			}
			default -> throw new NotArithmetic();
		};
	}

	private ArithmeticTerm number() {
		Literal number = new Literal(this.tokens.next().text());
		if (this.tokens.take(ArithmeticWord.PARTS)) {
			return partsOf(new Literal(this.tokens.expect(ArithmeticWord.NUMBER).text()), "1", number.text());
		}
		return number;
	}

	private Literal hundredths() {
		this.tokens.next();
		return new Literal(this.tokens.expect(ArithmeticWord.NUMBER).text() + "%");
	}

	private ArithmeticTerm followed(ArithmeticTerm operand) {
		ArithmeticTerm term = operand;
		while (true) {
			switch (this.tokens.peek().word()) {
				case PERCENT -> term = percent(term);
				case SUPERSCRIPT ->
					term = this.draft.operation(ArithmeticOperator.POWER, term, this.tokens.next().text());
				case SQUARED -> term = behindWord(ArithmeticOperator.POWER, term, "2");
				case CUBED -> term = behindWord(ArithmeticOperator.POWER, term, "3");
				case HALVED -> term = behindWord(ArithmeticOperator.DIVIDE, term, "2");
				case ROOTED -> {
					this.tokens.next();
					term = this.draft.operation(ArithmeticOperator.ROOT, term);
				}
				case HAS -> term = has(term);
				default -> {
					return term;
				}
			}
		}
	}

	private ArithmeticTerm behindWord(ArithmeticOperator operator, ArithmeticTerm operand, String constant) {
		this.tokens.next();
		return this.draft.operation(operator, operand, constant);
	}

	/**
	 * A second percent sign is a typing error, unless it follows a parenthesis. In
	 * {@code 10 % -3} it may ask for the remainder.
	 */
	private ArithmeticTerm percent(ArithmeticTerm operand) {
		ArithmeticWord before = this.tokens.last().word();
		boolean already = operand instanceof Literal(String text) && text.endsWith("%");
		if (before == ArithmeticWord.PERCENT || (already && before != ArithmeticWord.CLOSE)) {
			throw new NotArithmetic();
		}
		ArithmeticToken percent = this.tokens.next();
		boolean sign = this.tokens.isNext(ArithmeticWord.MINUS) || this.tokens.isNext(ArithmeticWord.PLUS);
		if (sign && (percent.detached() || this.tokens.peek().attached())) {
			throw new NotArithmetic();
		}
		return (operand instanceof Literal(String text) && !already) ? new Literal(text + "%")
				: this.draft.operation(ArithmeticOperator.PERCENT, operand);
	}

	/** Reads 200的15%, 200的三分之二, 3的2倍, 2的10次方. */
	private ArithmeticTerm has(ArithmeticTerm whole) {
		this.tokens.next();
		if (this.tokens.isNext(ArithmeticWord.HUNDREDTHS)) {
			return this.draft.operation(ArithmeticOperator.MULTIPLY, whole, hundredths());
		}
		String number = this.tokens.expect(ArithmeticWord.NUMBER).text();
		return switch (this.tokens.next().word()) {
			case PERCENT -> this.draft.operation(ArithmeticOperator.MULTIPLY, whole, number + "%");
			case TIMES_AS_MUCH -> this.draft.operation(ArithmeticOperator.MULTIPLY, whole, number);
			case TH_POWER -> this.draft.operation(ArithmeticOperator.POWER, whole, number);
			case PARTS -> partsOf(whole, this.tokens.expect(ArithmeticWord.NUMBER).text(), number);
			default -> throw new NotArithmetic();
		};
	}

	static boolean isPercentage(ArithmeticTerm term) {
		return switch (term) {
			case Literal(String text) -> text.endsWith("%");
			case Operation operation -> operation.operator() == ArithmeticOperator.PERCENT;
		};
	}

	private ArithmeticTerm deeper(Supplier<ArithmeticTerm> read) {
		if (++this.depth > MAX_DEPTH) {
			throw new NotArithmetic();
		}
		ArithmeticTerm term = read.get();
		this.depth--;
		return term;
	}

}
