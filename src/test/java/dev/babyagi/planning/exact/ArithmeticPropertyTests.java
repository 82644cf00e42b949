package dev.babyagi.planning.exact;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Formulas made up at random and written as people write them. Whatever the planner
 * reads, and however it is cut into tasks, comes to the value that the formula has. A
 * text with two readings may be refused. The suite tries 1,000 formulas of each style;
 * {@code ./mvnw test -Dtest=ArithmeticPropertyTests -Darithmetic.formulas=20000} tries
 * 100,000 in all, and {@code -Darithmetic.seed=21} others. How many were refused is
 * printed.
 */
class ArithmeticPropertyTests {

	private static final int FORMULAS = Integer.getInteger("arithmetic.formulas", 1_000);

	private static final int SEED = Integer.getInteger("arithmetic.seed", 20);

	private static final int[] MOST_TASKS = { 1, 2, 4, 20, 100 };

	@ParameterizedTest
	@EnumSource
	void whatIsReadHasTheValueOfTheFormula(Style style) {
		Random random = new Random(SEED);
		SampleFormulas formulas = new SampleFormulas(random, style.words, style.ratios);
		SampleWriter writer = style.writer(random);
		List<String> wrong = new ArrayList<>();
		int refused = 0;
		for (int i = 0; i < FORMULAS; i++) {
			SampleFormula formula = formulas.next();
			String text = writer.text(formula);
			Optional<String> answer = ExactPlanner.draw(text, MOST_TASKS[i % MOST_TASKS.length])
				.map(ArithmeticRun::answer);
			refused += answer.isEmpty() ? 1 : 0;
			if (answer.isPresent() && !isValue(answer.get(), formula.value())) {
				wrong.add(text + " came to " + answer.get());
			}
		}
		System.out.printf("%s: %,d of %,d refused, %,d wrong%n", style, refused, FORMULAS, wrong.size());
		assertThat(wrong).isEmpty();
		assertThat(refused).isLessThanOrEqualTo(FORMULAS * style.mostRefused / 100);
	}

	@Test
	void aFormulaWithATextInItIsNotRead() {
		Random random = new Random(SEED);
		SampleFormulas formulas = new SampleFormulas(random, false, false);
		SampleWriter writer = Style.SPACED.writer(random);
		for (int i = 0; i < FORMULAS; i++) {
			StringBuilder text = new StringBuilder(writer.text(formulas.next()));
			text.insert(random.nextInt(text.length() + 1), " apples ");
			assertThat(ExactPlanner.draw(text.toString(), 20)).as(text.toString()).isEmpty();
		}
	}

	private static boolean isValue(String answer, SampleFraction value) {
		try {
			return new BigDecimal(answer).round(MathContext.DECIMAL128)
				.compareTo(value.decimal().round(MathContext.DECIMAL128)) == 0;
		}
		catch (NumberFormatException ex) {
			return false;
		}
	}

	/**
	 * How formulas are written.
	 */
	enum Style {

		/** Signs with spaces around them, which have one reading. */
		SPACED(false, false, 1),

		/** Signs without spaces. */
		TIGHT(false, false, 20),

		/** Signs with spaces around them, and fractions without. */
		GROUPED(false, true, 20),

		ENGLISH(true, true, 50), CHINESE(true, true, 50);

		private final boolean words;

		private final boolean ratios;

		/** The most that may be refused, in per cent. */
		private final int mostRefused;

		Style(boolean words, boolean ratios, int mostRefused) {
			this.words = words;
			this.ratios = ratios;
			this.mostRefused = mostRefused;
		}

		private SampleWriter writer(Random random) {
			return switch (this) {
				case SPACED, GROUPED -> new SignWriter(random, true);
				case TIGHT -> new SignWriter(random, false);
				case ENGLISH -> new EnglishWriter(random);
				case CHINESE -> new ChineseWriter(random);
			};
		}

	}

}
