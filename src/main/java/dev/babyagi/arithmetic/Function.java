package dev.babyagi.arithmetic;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.babyagi.arithmetic.Operand.Amount;
import dev.babyagi.arithmetic.Operand.Series;
import dev.babyagi.arithmetic.Operand.Truth;

/**
 * The functions of the calculator. Each takes values and lists of values alike.
 */
enum Function {

	SQRT {
		@Override
		Operand of(List<Operand> arguments) {
			return new Amount(Decimals.squareRoot(only(arguments)));
		}
	},

	ABS {
		@Override
		Operand of(List<Operand> arguments) {
			return new Amount(only(arguments).abs());
		}
	},

	ROUND {
		@Override
		Operand of(List<Operand> arguments) {
			List<BigDecimal> numbers = numbers(arguments);
			if (numbers.size() > 2) {
				throw wrong("a number and how many decimals to keep, as in round(2.345, 2)");
			}
			return new Amount(Decimals.round(numbers.getFirst(), (numbers.size() == 2) ? digits(numbers.get(1)) : 0));
		}

		private int digits(BigDecimal number) {
			if (number.stripTrailingZeros().scale() > 0 || number.abs().compareTo(BigDecimal.valueOf(50)) > 0) {
				throw wrong("a whole number of decimals from -50 to 50");
			}
			return number.intValueExact();
		}
	},

	MIN {
		@Override
		Operand of(List<Operand> arguments) {
			return new Amount(numbers(arguments).stream().min(Comparator.naturalOrder()).orElseThrow());
		}
	},

	MAX {
		@Override
		Operand of(List<Operand> arguments) {
			return new Amount(numbers(arguments).stream().max(Comparator.naturalOrder()).orElseThrow());
		}
	},

	SUM {
		@Override
		Operand of(List<Operand> arguments) {
			return new Amount(total(numbers(arguments)));
		}
	},

	AVG {
		@Override
		Operand of(List<Operand> arguments) {
			List<BigDecimal> numbers = numbers(arguments);
			return new Amount(Decimals.divide(total(numbers), BigDecimal.valueOf(numbers.size())));
		}
	},

	COUNT {
		@Override
		Operand of(List<Operand> arguments) {
			long count = arguments.stream().filter((item) -> !item.equals(new Truth(false))).count();
			return new Amount(BigDecimal.valueOf(count));
		}
	},

	ARGMIN {
		@Override
		Operand of(List<Operand> arguments) {
			List<BigDecimal> numbers = numbers(arguments);
			return place(numbers, numbers.stream().min(Comparator.naturalOrder()).orElseThrow());
		}
	},

	ARGMAX {
		@Override
		Operand of(List<Operand> arguments) {
			List<BigDecimal> numbers = numbers(arguments);
			return place(numbers, numbers.stream().max(Comparator.naturalOrder()).orElseThrow());
		}
	},

	SORT {
		@Override
		Operand of(List<Operand> arguments) {
			return new Series(
					numbers(arguments).stream().sorted().map((number) -> (Operand) new Amount(number)).toList());
		}
	},

	ALL {
		@Override
		Operand of(List<Operand> arguments) {
			return new Truth(truths(arguments).allMatch(Truth::holds));
		}
	},

	ANY {
		@Override
		Operand of(List<Operand> arguments) {
			return new Truth(truths(arguments).anyMatch(Truth::holds));
		}
	};

	/** The function's value for arguments of which none is a list. */
	abstract Operand of(List<Operand> arguments);

	Operand apply(List<Operand> arguments) {
		return of(flatten(arguments));
	}

	static @Nullable Function named(String name) {
		return Arrays.stream(values()).filter((function) -> function.spelling().equals(name)).findFirst().orElse(null);
	}

	static String names() {
		return Arrays.stream(values()).map(Function::spelling).collect(Collectors.joining(", "));
	}

	static List<Operand> flatten(List<Operand> operands) {
		return operands.stream()
			.flatMap((operand) -> (operand instanceof Series(var items)) ? items.stream() : Stream.of(operand))
			.toList();
	}

	String spelling() {
		return name().toLowerCase(Locale.ROOT);
	}

	BigDecimal only(List<Operand> arguments) {
		List<BigDecimal> numbers = numbers(arguments);
		if (numbers.size() != 1) {
			throw wrong("one number");
		}
		return numbers.getFirst();
	}

	List<BigDecimal> numbers(List<Operand> arguments) {
		if (arguments.isEmpty()) {
			throw wrong("one number at least");
		}
		return arguments.stream().map(this::number).toList();
	}

	NotCalculable wrong(String wanted) {
		return new NotCalculable("%s takes %s".formatted(spelling(), wanted));
	}

	private BigDecimal number(Operand operand) {
		if (operand instanceof Amount(var number)) {
			return number;
		}
		throw wrong("numbers, not " + operand.text());
	}

	Stream<Truth> truths(List<Operand> arguments) {
		return arguments.stream().map((operand) -> {
			if (operand instanceof Truth truth) {
				return truth;
			}
			throw wrong("comparisons, as in %s([3, 9] > 5)".formatted(spelling()));
		});
	}

	static BigDecimal total(List<BigDecimal> numbers) {
		return numbers.stream().reduce(BigDecimal.ZERO, Decimals::add);
	}

	static Operand place(List<BigDecimal> numbers, BigDecimal number) {
		return new Amount(BigDecimal.valueOf(numbers.indexOf(number) + 1L));
	}

}
