package dev.babyagi.reply;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Reads the only number that a reply states: {@code 42}, {@code The answer is **42**.},
 * {@code 3 + 4 = 7}.
 */
public final class NumberReader {

	private static final int SHOWN = 5;

	private static final List<Set<String>> SAME_UNITS = List.of(Set.of("%", "percent", "per cent", "pct"),
			Set.of("km", "kilometre", "kilometer"), Set.of("m", "metre", "meter"),
			Set.of("cm", "centimetre", "centimeter"), Set.of("mile", "mi"), Set.of("kg", "kilogram"),
			Set.of("g", "gram"), Set.of("pound", "lb"), Set.of("h", "hour", "hr"), Set.of("min", "minute"),
			Set.of("s", "second", "sec"), Set.of("day"), Set.of("week"), Set.of("month"), Set.of("year", "yr"),
			Set.of("usd", "$", "dollar"), Set.of("eur", "€", "euro"), Set.of("gbp", "£"),
			Set.of("cny", "rmb", "元", "yuan"), Set.of("jpy", "¥", "yen"), Set.of("°c", "celsius"),
			Set.of("°f", "fahrenheit"), Set.of("kelvin"), Set.of("foot", "feet", "ft"), Set.of("inch", "inches"),
			Set.of("litre", "liter", "l"), Set.of("mm", "millimetre", "millimeter"));

	private static final Set<String> ABBREVIATIONS = Set.of("k", "K", "M", "B", "T", "bn", "mn", "tn", "mio", "mrd");

	private NumberReader() {
	}

	public static ReadingResult read(String reply, @Nullable String unit) {
		String plain = FinalAnswerLocator.withoutEmphasis(reply);
		return candidates(plain).filter((text) -> Quantities.in(text).areOne())
			.findFirst()
			.map((text) -> checked(text, Quantities.in(text).found().getFirst(), unit))
			.orElseGet(() -> new ReadingResult.Unreadable(unclear(Quantities.in(plain))));
	}

	/** Returns the places where the number may be, the most reliable first. */
	private static Stream<String> candidates(String reply) {
		String lastLine = FinalAnswerLocator.lastLine(reply);
		return Stream
			.of(Optional.of(reply), Optional.of(lastLine).filter(NumberReader::isBare),
					FinalAnswerLocator.afterMarker(reply),
					FinalAnswerLocator.afterEquals(reply).filter(NumberReader::isBare))
			.flatMap(Optional::stream);
	}

	/** Returns whether a text is only a number, with an optional unit and full stop. */
	private static boolean isBare(String text) {
		Quantities quantities = Quantities.in(text);
		if (!quantities.areOne() || quantities.found().size() > 1) {
			return false;
		}
		Quantity quantity = quantities.found().getFirst();
		String after = text.substring(quantity.end()).strip();
		String rest = after.startsWith(quantity.unit()) ? after.substring(quantity.unit().length()) : after;
		return text.substring(0, quantity.start()).chars().noneMatch(Character::isLetterOrDigit)
				&& rest.chars().noneMatch(Character::isLetterOrDigit);
	}

	private static ReadingResult checked(String text, Quantity quantity, @Nullable String unit) {
		String found = quantity.unit();
		if (unit == null && quantity.isPercent()) {
			return new ReadingResult.Unreadable("A plain number was expected, not " + quantity.digits() + "%");
		}
		if (unit == null && isUnclear(text, quantity)) {
			return new ReadingResult.Unreadable(
					"A plain number was expected: it is not clear what '" + found + "' means");
		}
		if (unit != null && isUnit(found) && !sameUnit(found, unit)) {
			return new ReadingResult.Unreadable("The number was expected in " + unit + ", not in " + found);
		}
		return new ReadingResult.Value(ExactJson.number(quantity.value()));
	}

	/** Letters that may mean a thousand or a million, or may belong to a name. */
	private static boolean isUnclear(String text, Quantity quantity) {
		String unit = quantity.unit();
		boolean attached = !unit.isEmpty() && text.startsWith(unit, quantity.end())
				&& CharacterClasses.isLetter(unit.charAt(0)) && !isUnit(unit);
		return attached || ABBREVIATIONS.contains(unit);
	}

	private static String unclear(Quantities quantities) {
		if (quantities.found().isEmpty()) {
			return "A number was expected, in digits; there is none";
		}
		String several = quantities.found()
			.stream()
			.map((quantity) -> DisplayValues.number(quantity.value()))
			.distinct()
			.limit(SHOWN)
			.collect(Collectors.joining(", "));
		return "One number was expected, and it is not clear which is meant: " + several
				+ ((quantities.composites() > 0) ? " or something else" : "") + ". Reply with the number alone";
	}

	private static boolean isUnit(String word) {
		return SAME_UNITS.stream().anyMatch((names) -> names.contains(singular(word)));
	}

	private static boolean sameUnit(String found, String wanted) {
		return singular(found).equals(singular(wanted)) || SAME_UNITS.stream()
			.anyMatch((names) -> names.contains(singular(found)) && names.contains(singular(wanted)));
	}

	private static String singular(String unit) {
		String lower = unit.strip().toLowerCase(Locale.ROOT);
		return (lower.length() > 2 && lower.endsWith("s") && !lower.equals("celsius"))
				? lower.substring(0, lower.length() - 1) : lower;
	}

}
