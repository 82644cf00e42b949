package dev.babyagi.planning.exact;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import dev.babyagi.planning.exact.SampleFormula.Binary;
import dev.babyagi.planning.exact.SampleFormula.Listing;
import dev.babyagi.planning.exact.SampleFormula.Negative;
import dev.babyagi.planning.exact.SampleFormula.Numeral;
import dev.babyagi.planning.exact.SampleFormula.Percent;
import dev.babyagi.planning.exact.SampleFormula.Power;
import dev.babyagi.planning.exact.SampleFormula.Ratio;
import dev.babyagi.planning.exact.SampleFormula.Root;
import dev.babyagi.planning.exact.SampleFormula.Share;

/**
 * Makes formulas up at random.
 */
final class SampleFormulas {

	private static final List<Listing.Kind> KINDS = List.of(Listing.Kind.values());

	private final Random random;

	/** Whether there are shares and lists, which signs cannot express. */
	private final boolean words;

	/** Whether there are fractions that are one number. */
	private final boolean ratios;

	SampleFormulas(Random random, boolean words, boolean ratios) {
		this.random = random;
		this.words = words;
		this.ratios = ratios;
	}

	/** Returns a formula with an operation in it and a value. */
	SampleFormula next() {
		while (true) {
			SampleFormula formula = operation(this.random.nextInt(1, 4));
			try {
				if (formula.value().over().bitLength() < 1_000) {
					return formula;
				}
			}
			catch (ArithmeticException ex) {
				// A division by zero has no value, so another formula is made up.
			}
		}
	}

	private SampleFormula formula(int depth) {
		return (depth == 0 || this.random.nextInt(4) == 0) ? number() : operation(depth);
	}

	private SampleFormula operation(int depth) {
		int kind = this.random.nextInt(this.words ? 20 : 14);
		return switch (kind) {
			case 10 -> new Negative(formula(depth - 1));
			case 11 -> new Power(formula(depth - 1), this.random.nextInt(2, 4));
			case 12 -> root();
			case 13 -> new Percent(whole(1, 100));
			case 14, 15, 16 -> new Share(part(), formula(depth - 1));
			case 17, 18, 19 -> listing(depth);
			default -> new Binary("++--**///m".charAt(kind), formula(depth - 1), formula(depth - 1));
		};
	}

	private SampleFormula number() {
		return switch (this.random.nextInt(8)) {
			case 0 -> new Numeral(this.random.nextInt(1, 1_000), this.random.nextInt(1, 3));
			case 1 -> new Negative(whole(1, 20));
			case 2, 3 -> this.ratios ? ratio() : whole(1, 20);
			case 4 -> whole(1, 100_000);
			default -> whole(1, 20);
		};
	}

	private Numeral whole(int from, int to) {
		return new Numeral(this.random.nextInt(from, to), 0);
	}

	private Ratio ratio() {
		int under = this.random.nextInt(2, 10);
		return new Ratio(this.random.nextInt(1, under), under);
	}

	private Root root() {
		int over = this.random.nextInt(1, 10);
		int under = this.random.nextInt(2, 10);
		return (this.ratios && this.random.nextInt(3) == 0)
				? new Root(new Ratio(over, under), new Ratio(over * over, under * under))
				: new Root(new Numeral(over, 0), new Numeral(over * over, 0));
	}

	private SampleFormula part() {
		return switch (this.random.nextInt(3)) {
			case 0 -> new Percent(whole(1, 100));
			case 1 -> new Ratio(1, 2);
			default -> ratio();
		};
	}

	private Listing listing(int depth) {
		Listing.Kind kind = KINDS.get(this.random.nextInt(KINDS.size()));
		boolean pair = kind == Listing.Kind.DIFFERENCE || kind == Listing.Kind.QUOTIENT;
		List<SampleFormula> members = IntStream.range(0, pair ? 2 : this.random.nextInt(2, 4))
			.mapToObj((place) -> formula((this.random.nextInt(3) == 0) ? depth - 1 : 0))
			.toList();
		return new Listing(kind, members);
	}

}
