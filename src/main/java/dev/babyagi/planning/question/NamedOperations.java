package dev.babyagi.planning.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import dev.babyagi.arithmetic.ArithmeticExpression.Draft;
import dev.babyagi.arithmetic.ArithmeticOperator;
import dev.babyagi.arithmetic.ArithmeticTerm;

/**
 * Reads operations that are named and list their operands: "the sum of 3, 4 and 5",
 * "divide 10 by 4", 3与5之和. If it is not clear which operands belong to a name, the text
 * is refused.
 */
final class NamedOperations {

	private final ArithmeticTokens tokens;

	private final Draft draft;

	private final ListOperands members;

	private final Supplier<ArithmeticTerm> share;

	private final Supplier<ArithmeticTerm> signed;

	/** The number of open English lists; inside them a comma separates members. */
	private int open;

	/** The number of English lists that were read inside other lists. */
	private int nested;

	NamedOperations(ArithmeticTokens tokens, Draft draft, Supplier<ArithmeticTerm> share,
			Supplier<ArithmeticTerm> signed) {
		this.tokens = tokens;
		this.draft = draft;
		this.members = new ListOperands(draft);
		this.share = share;
		this.signed = signed;
	}

	/** Reads the content of a parenthesis, to which no outer list applies. */
	ArithmeticTerm inParentheses(Supplier<ArithmeticTerm> content) {
		int outside = this.open;
		this.open = 0;
		ArithmeticTerm term = content.get();
		this.open = outside;
		return term;
	}

	/** Reads "the sum of 3, 4 and 5"; the name comes next. */
	ArithmeticTerm ofList() {
		ArithmeticWord name = this.tokens.next().word();
		boolean inside = this.open++ > 0;
		int nestedBefore = this.nested;
		boolean pair = inside || name == ArithmeticWord.DIFFERENCE_OF || name == ArithmeticWord.QUOTIENT_OF;
		List<ArithmeticTerm> members = pair ? pair() : members();
		this.open--;
		if (this.nested > nestedBefore && members.size() > 2) {
			throw new NotArithmetic();
		}
		this.nested += inside ? 1 : 0;
		refuseProductBehind(name);
		return this.members.combined(name, members);
	}

	/** Reads "add 3 to 5" or "divide 10 by 4" if the text begins in this way. */
	Optional<ArithmeticTerm> imperative() {
		this.open++;
		Optional<ArithmeticTerm> term = switch (this.tokens.peek().word()) {
			case ADD -> Optional.of(addition());
			case SUBTRACT -> Optional.of(between(ArithmeticWord.FROM, ArithmeticOperator.SUBTRACT, true));
			case MULTIPLY -> Optional.of(between(ArithmeticWord.BY, ArithmeticOperator.MULTIPLY, false));
			case DIVIDE -> Optional.of(between(ArithmeticWord.BY, ArithmeticOperator.DIVIDE, false));
			default -> Optional.empty();
		};
		this.open--;
		return term;
	}

	/**
	 * Returns whether a comma comes next that does not change the meaning. In "3 times 4,
	 * plus 5" it does not; "3 plus 5, times 2" may be 16 or 13.
	 */
	boolean pauseBeforeOperator(Set<ArithmeticOperator> used) {
		if (this.open > 0 || !this.tokens.isNext(ArithmeticWord.COMMA)) {
			return false;
		}
		return switch (this.tokens.behindNext().word()) {
			case PLUS, LESS -> true;
			case MINUS -> !this.tokens.behindNext().attached();
			case TIMES, LETTER_X, OVER, MODULO ->
				!used.contains(ArithmeticOperator.ADD) && !used.contains(ArithmeticOperator.SUBTRACT);
			default -> false;
		};
	}

	/** Returns whether a list such as 3与5之和 continues here. */
	boolean isJoined() {
		boolean comma = this.open == 0 && this.tokens.isNext(ArithmeticWord.COMMA);
		return this.tokens.isNext(ArithmeticWord.WITH) || (comma && !isOperator(this.tokens.behindNext()));
	}

	/**
	 * Reads 3与5之和 after its first member, which began at the given position. In
	 * 2、3与5的积与4的和 the first list may begin at 2 or at 3, so it is refused.
	 */
	ArithmeticTerm named(ArithmeticTerm first, int start) {
		boolean firstFollowed = this.tokens.followerSince(start);
		List<ArithmeticTerm> members = new ArrayList<>(List.of(first));
		int memberStart = start;
		int closeCommas = 0;
		while (this.tokens.isNext(ArithmeticWord.WITH) || this.tokens.isNext(ArithmeticWord.COMMA)) {
			closeCommas += isCloseComma() ? 1 : 0;
			this.tokens.next();
			memberStart = this.tokens.position();
			members.add(this.signed.get());
		}
		refuseDecimalCommas(closeCommas, members.size() - 1);
		refuseUneven(firstFollowed, memberStart);
		ArithmeticWord name = this.tokens.next().word();
		if (members.size() > 2 && this.tokens.isNext(ArithmeticWord.WITH)) {
			throw new NotArithmetic();
		}
		return switch (name) {
			case TOTAL, PRODUCT, DIFFERENCE, QUOTIENT, AVERAGE -> this.members.combined(name, members);
			default -> throw new NotArithmetic();
		};
	}

	/** Reads the name in 3加5的和, which must be that of the only operation before it. */
	boolean takeName(Set<ArithmeticOperator> used) {
		boolean matches = switch (this.tokens.peek().word()) {
			case TOTAL -> used.equals(Set.of(ArithmeticOperator.ADD));
			case PRODUCT -> used.equals(Set.of(ArithmeticOperator.MULTIPLY));
			case DIFFERENCE -> used.equals(Set.of(ArithmeticOperator.SUBTRACT));
			case QUOTIENT -> used.equals(Set.of(ArithmeticOperator.DIVIDE));
			default -> false;
		};
		if (matches) {
			this.tokens.next();
		}
		return matches;
	}

	private ArithmeticTerm addition() {
		this.tokens.next();
		List<ArithmeticTerm> members = new ArrayList<>(List.of(this.share.get()));
		if (this.tokens.take(ArithmeticWord.TO)) {
			return this.draft.operation(ArithmeticOperator.ADD, this.share.get(), members.getFirst());
		}
		return this.members.combined(ArithmeticWord.SUM_OF, furtherMembers(members, 0, false));
	}

	private ArithmeticTerm between(ArithmeticWord preposition, ArithmeticOperator operator, boolean reversed) {
		this.tokens.next();
		ArithmeticTerm first = this.share.get();
		if (operator != ArithmeticOperator.MULTIPLY || !this.tokens.take(ArithmeticWord.AND)) {
			this.tokens.expect(preposition);
		}
		ArithmeticTerm second = this.share.get();
		return reversed ? this.draft.operation(operator, second, first) : this.draft.operation(operator, first, second);
	}

	private List<ArithmeticTerm> pair() {
		int start = this.tokens.position();
		ArithmeticTerm first = this.share.get();
		boolean firstFollowed = this.tokens.followerSince(start);
		this.tokens.expect(ArithmeticWord.AND);
		int secondStart = this.tokens.position();
		ArithmeticTerm second = this.share.get();
		refuseUneven(firstFollowed, secondStart);
		return List.of(first, second);
	}

	private List<ArithmeticTerm> members() {
		int start = this.tokens.position();
		ArithmeticTerm first = this.share.get();
		return furtherMembers(new ArrayList<>(List.of(first)), start, this.tokens.followerSince(start));
	}

	private List<ArithmeticTerm> furtherMembers(List<ArithmeticTerm> members, int start, boolean firstFollowed) {
		int memberStart = start;
		int closeCommas = 0;
		while (this.tokens.isNext(ArithmeticWord.AND) || this.tokens.isNext(ArithmeticWord.COMMA)) {
			boolean close = isCloseComma();
			boolean comma = this.tokens.next().word() == ArithmeticWord.COMMA;
			if (comma && isOperator(this.tokens.peek())) {
				break;
			}
			if (comma) {
				this.tokens.take(ArithmeticWord.AND);
			}
			closeCommas += close ? 1 : 0;
			memberStart = this.tokens.position();
			members.add(this.share.get());
		}
		if (members.size() < 2) {
			throw new NotArithmetic();
		}
		refuseDecimalCommas(closeCommas, members.size() - 1);
		refuseUneven(firstFollowed, memberStart);
		return members;
	}

	/** Whether a comma without blanks comes next, as in {@code 1,5}. */
	private boolean isCloseComma() {
		ArithmeticToken comma = this.tokens.peek();
		return comma.text().equals(",") && comma.attached() && this.tokens.last().attached();
	}

	/**
	 * In "the sum of 1,5 and 2,5" a comma may begin decimals. In "the sum of 3,4,5" all
	 * separators are such commas, so they separate.
	 */
	private static void refuseDecimalCommas(int closeCommas, int separators) {
		if (closeCommas > 0 && (closeCommas < separators || separators == 1)) {
			throw new NotArithmetic();
		}
	}

	private static boolean isOperator(ArithmeticToken token) {
		return switch (token.word()) {
			case PLUS, LESS, TIMES, LETTER_X, OVER, MODULO -> true;
			case MINUS -> !token.attached();
			default -> false;
		};
	}

	/** "The sum of 3 and 4 squared" may be 19 or 49, so it is refused. */
	private void refuseUneven(boolean firstFollowed, int lastStart) {
		if (!firstFollowed && this.tokens.followerSince(lastStart)) {
			throw new NotArithmetic();
		}
	}

	/**
	 * "The sum of 3 and 4 times 2" may be 11 or 14, so it is refused; a comma before
	 * "times" makes it clear. Of a product it is the same.
	 */
	private void refuseProductBehind(ArithmeticWord name) {
		boolean product = name == ArithmeticWord.PRODUCT_OF;
		boolean clear = switch (this.tokens.peek().word()) {
			case TIMES, LETTER_X, OVER -> product;
			case MODULO -> false;
			default -> true;
		};
		if (!clear && this.tokens.last().word() != ArithmeticWord.COMMA) {
			throw new NotArithmetic();
		}
	}

}
