package dev.babyagi.arithmetic;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.babyagi.arithmetic.CalculatorValue.Amount;
import dev.babyagi.arithmetic.CalculatorValue.Series;
import dev.babyagi.arithmetic.CalculatorValue.Truth;

/**
 * The functions of the calculator. Each accepts both values and lists of values.
 */
enum CalculatorFunction {

	SQRT {
		@Override
		CalculatorValue of(List<CalculatorValue> arguments) {
			return new Amount(ExactArithmetic.squareRoot(only(arguments)));
		}
	},

	ABS {
		@Override
		CalculatorValue of(List<CalculatorValue> arguments) {
			return new Amount(ExactArithmetic.abs(only(arguments)));
		}
	},

	ROUND {
		@Override
		CalculatorValue of(List<CalculatorValue> arguments) {
			List<CalculatorNumber> numbers = numbers(arguments);
			if (numbers.size() > 2) {
				throw wrong("a number and how many decimals to keep, as in round(2.345, 2)");
			}
			return new Amount(
					ExactArithmetic.round(numbers.getFirst(), (numbers.size() == 2) ? digits(numbers.get(1)) : 0));
		}

		private int digits(CalculatorNumber places) {
			BigDecimal number = places.decimal();
			if (number.stripTrailingZeros().scale() > 0 || number.abs().compareTo(BigDecimal.valueOf(50)) > 0) {
				throw wrong("a whole number of decimals from -50 to 50");
			}
			return number.intValueExact();
		}
	},

	MIN {
		@Override
		CalculatorValue of(List<CalculatorValue> arguments) {
			return new Amount(numbers(arguments).stream().min(ExactArithmetic::compare).orElseThrow());
		}
	},

	MAX {
		@Override
		CalculatorValue of(List<CalculatorValue> arguments) {
			return new Amount(numbers(arguments).stream().max(ExactArithmetic::compare).orElseThrow());
		}
	},

	SUM {
		@Override
		CalculatorValue of(List<CalculatorValue> arguments) {
			return new Amount(total(numbers(arguments)));
		}
	},

	AVG {
		@Override
		CalculatorValue of(List<CalculatorValue> arguments) {
			List<CalculatorNumber> numbers = numbers(arguments);
			return new Amount(
					ExactArithmetic.divide(total(numbers), CalculatorNumber.of(BigDecimal.valueOf(numbers.size()))));
		}
	},

	COUNT {
		@Override
		CalculatorValue of(List<CalculatorValue> arguments) {
			long count = arguments.stream().filter((item) -> !item.equals(new Truth(false))).count();
			return new Amount(CalculatorNumber.of(BigDecimal.valueOf(count)));
		}
	},

	ARGMIN {
		@Override
		CalculatorValue of(List<CalculatorValue> arguments) {
			List<CalculatorNumber> numbers = numbers(arguments);
			return place(numbers, numbers.stream().min(ExactArithmetic::compare).orElseThrow());
		}
	},

	ARGMAX {
		@Override
		CalculatorValue of(List<CalculatorValue> arguments) {
			List<CalculatorNumber> numbers = numbers(arguments);
			return place(numbers, numbers.stream().max(ExactArithmetic::compare).orElseThrow());
		}
	},

	SORT {
		@Override
		CalculatorValue of(List<CalculatorValue> arguments) {
			return new Series(numbers(arguments).stream()
				.sorted(ExactArithmetic::compare)
				.map((number) -> (CalculatorValue) new Amount(number))
				.toList());
		}
	},

	ALL {
		@Override
		CalculatorValue of(List<CalculatorValue> arguments) {
			return new Truth(truths(arguments).allMatch(Truth::holds));
		}
	},

	ANY {
		@Override
		CalculatorValue of(List<CalculatorValue> arguments) {
			return new Truth(truths(arguments).anyMatch(Truth::holds));
		}
	};

	/** Computes the function for arguments that contain no list. */
	abstract CalculatorValue of(List<CalculatorValue> arguments);

	CalculatorValue apply(List<CalculatorValue> arguments) {
		return of(flatten(arguments));
	}

	static @Nullable CalculatorFunction named(String name) {
		return Arrays.stream(values()).filter((function) -> function.spelling().equals(name)).findFirst().orElse(null);
	}

	static String names() {
		return Arrays.stream(values()).map(CalculatorFunction::spelling).collect(Collectors.joining(", "));
	}

	static List<CalculatorValue> flatten(List<CalculatorValue> operands) {
		return operands.stream()
			.flatMap((operand) -> (operand instanceof Series(var items)) ? items.stream() : Stream.of(operand))
			.toList();
	}

	String spelling() {
		return name().toLowerCase(Locale.ROOT);
	}

	CalculatorNumber only(List<CalculatorValue> arguments) {
		List<CalculatorNumber> numbers = numbers(arguments);
		if (numbers.size() != 1) {
			throw wrong("one number");
		}
		return numbers.getFirst();
	}

	List<CalculatorNumber> numbers(List<CalculatorValue> arguments) {
		if (arguments.isEmpty()) {
			throw wrong("one number at least");
		}
		return arguments.stream().map(this::number).toList();
	}

	NotCalculable wrong(String wanted) {
		return new NotCalculable("%s takes %s".formatted(spelling(), wanted));
	}

	private CalculatorNumber number(CalculatorValue operand) {
		if (operand instanceof Amount(var number)) {
			return number;
		}
		throw wrong("numbers, not " + operand.text());
	}

	Stream<Truth> truths(List<CalculatorValue> arguments) {
		return arguments.stream().map((operand) -> {
			if (operand instanceof Truth truth) {
				return truth;
			}
			throw wrong("comparisons, as in %s([3, 9] > 5)".formatted(spelling()));
		});
	}

	static CalculatorNumber total(List<CalculatorNumber> numbers) {
		return numbers.stream().reduce(CalculatorNumber.of(BigDecimal.ZERO), ExactArithmetic::add);
	}

	static CalculatorValue place(List<CalculatorNumber> numbers, CalculatorNumber number) {
		return new Amount(CalculatorNumber.of(BigDecimal.valueOf(numbers.indexOf(number) + 1L)));
	}

}
