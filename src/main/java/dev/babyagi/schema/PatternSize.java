package dev.babyagi.schema;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Estimates how large an automaton a pattern needs, without building it. Counted
 * repetitions copy what they repeat, and nested ones multiply. The estimate is too high
 * rather than too low.
 */
final class PatternSize {

	private final String pattern;

	/** The sizes of the open groups, the innermost last. */
	private final Deque<Long> outer = new ArrayDeque<>();

	private int position;

	/** The size of the group so far, and of its last element. */
	private long size;

	private long last;

	private PatternSize(String pattern) {
		this.pattern = pattern;
	}

	/** Estimates the number of instructions; at most {@link Integer#MAX_VALUE}. */
	static long of(String pattern) {
		PatternSize size = new PatternSize(pattern);
		while (size.position < pattern.length()) {
			size.next();
		}
		while (!size.outer.isEmpty()) {
			size.closeGroup();
		}
		return size.size;
	}

	private void next() {
		char c = this.pattern.charAt(this.position++);
		switch (c) {
			case '(' -> {
				this.outer.addLast(this.size);
				this.size = 0;
				this.last = 0;
			}
			case ')' -> closeGroup();
			case '[' -> {
				skipClass();
				add(1);
			}
			case '\\' -> {
				this.position++;
				add(1);
			}
			case '{' -> repeat();
			default -> add(1);
		}
	}

	private void closeGroup() {
		long group = this.size + 2;
		Long around = this.outer.pollLast();
		this.size = (around != null) ? around : 0;
		add(group);
	}

	private void add(long atom) {
		this.last = atom;
		this.size = Math.min(this.size + atom, Integer.MAX_VALUE);
	}

	private void repeat() {
		long count = 1;
		long number = 0;
		while (this.position < this.pattern.length()
				&& "0123456789,".indexOf(this.pattern.charAt(this.position)) >= 0) {
			char c = this.pattern.charAt(this.position++);
			number = (c == ',') ? 0 : Math.min(number * 10 + (c - '0'), Integer.MAX_VALUE);
			count = Math.max(count, number);
		}
		long copies = Math.min(this.last * (count - 1), Integer.MAX_VALUE);
		this.last += copies;
		this.size = Math.min(this.size + copies, Integer.MAX_VALUE);
	}

	private void skipClass() {
		if (this.pattern.startsWith("^", this.position)) {
			this.position++;
		}
		int first = this.position;
		while (this.position < this.pattern.length()) {
			char c = this.pattern.charAt(this.position++);
			if (c == '\\') {
				this.position++;
			}
			else if (c == ']' && this.position - 1 > first) {
				return;
			}
		}
	}

}
