package dev.babyagi.planning.question;

import java.util.List;

/**
 * A list of tokens with a reading position.
 */
final class ArithmeticTokens {

	private final List<ArithmeticToken> tokens;

	private int position;

	ArithmeticTokens(List<ArithmeticToken> tokens) {
		this.tokens = tokens;
	}

	ArithmeticToken peek() {
		return this.tokens.get(this.position);
	}

	ArithmeticToken behindNext() {
		return this.tokens.get(Math.min(this.position + 1, this.tokens.size() - 1));
	}

	/** Returns the token that was read last, or the first token if none was read. */
	ArithmeticToken last() {
		return this.tokens.get(Math.max(0, this.position - 1));
	}

	ArithmeticToken next() {
		ArithmeticToken token = peek();
		this.position = Math.min(this.position + 1, this.tokens.size() - 1);
		return token;
	}

	/** Returns whether these words come next, in this order. */
	boolean ahead(ArithmeticWord... words) {
		for (int i = 0; i < words.length; i++) {
			int index = this.position + i;
			if (index >= this.tokens.size() || this.tokens.get(index).word() != words[i]) {
				return false;
			}
		}
		return true;
	}

	int position() {
		return this.position;
	}

	/** Returns whether a word that follows its operand was read since this position. */
	boolean followerSince(int start) {
		return this.tokens.subList(start, this.position).stream().anyMatch((token) -> token.word().followsOperand());
	}

	boolean isNext(ArithmeticWord word) {
		return peek().word() == word;
	}

	boolean take(ArithmeticWord word) {
		boolean taken = isNext(word);
		if (taken) {
			next();
		}
		return taken;
	}

	/**
	 * Reads a word.
	 * @throws NotArithmetic if something else comes next
	 */
	ArithmeticToken expect(ArithmeticWord word) {
		if (!isNext(word)) {
			throw new NotArithmetic();
		}
		return next();
	}

}
