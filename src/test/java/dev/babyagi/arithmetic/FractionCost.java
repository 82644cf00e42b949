package dev.babyagi.arithmetic;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.babyagi.arithmetic.CalculatorNumber.Decimal;

/**
 * Prints what a calculation in fractions takes beside one in decimals of 50 digits. The
 * arguments are how many expressions are calculated and how many operations each has.
 */
public final class FractionCost {

	private static final List<ArithmeticOperator> OPERATORS = List.of(ArithmeticOperator.ADD,
			ArithmeticOperator.SUBTRACT, ArithmeticOperator.MULTIPLY, ArithmeticOperator.DIVIDE);

	private FractionCost() {
	}

	public static void main(String[] args) {
		int expressions = Integer.parseInt(args[0]);
		int operations = Integer.parseInt(args[1]);
		for (String round : List.of("cold", "warm", "warm")) {
			double fractions = microseconds(expressions, operations, CalculatorNumber::of);
			double decimals = microseconds(expressions, operations, Decimal::new);
			System.out.printf("%s: %,d expressions of %d operations, in fractions %.2f us each, in decimals %.2f us%n",
					round, expressions, operations, fractions, decimals);
		}
	}

	/** Returns the CPU time of one expression. */
	private static double microseconds(int expressions, int operations, Function<BigDecimal, CalculatorNumber> number) {
		Random random = new Random(15);
		List<Calculation> calculations = IntStream.range(0, expressions)
			.mapToObj((index) -> Calculation.of(random, operations, number))
			.toList();
		long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
		int negative = 0;
		for (Calculation calculation : calculations) {
			negative += (calculation.result().signum() < 0) ? 1 : 0;
		}
		long nanoseconds = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
		if (negative == 0) {
			throw new IllegalStateException("Differences below zero were expected");
		}
		return nanoseconds / 1_000.0 / expressions;
	}

	private record Calculation(List<CalculatorNumber> operands, List<ArithmeticOperator> operators) {

		static Calculation of(Random random, int operations, Function<BigDecimal, CalculatorNumber> number) {
			return new Calculation(
					IntStream.rangeClosed(0, operations)
						.mapToObj((place) -> BigDecimal.valueOf(random.nextInt(1, 1_000), random.nextInt(2)))
						.map(number)
						.toList(),
					IntStream.range(0, operations)
						.mapToObj((place) -> OPERATORS.get(random.nextInt(OPERATORS.size())))
						.toList());
		}

		CalculatorNumber result() {
			CalculatorNumber result = this.operands.getFirst();
			for (int place = 0; place < this.operators.size(); place++) {
				result = this.operators.get(place).value(List.of(result, this.operands.get(place + 1)));
			}
			return result;
		}

	}

}
