package dev.babyagi.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule of a house that nobody outside can know: so much for each of the first, so much
 * for each of the second, and so much besides.
 *
 * @param first how much for each of the first
 * @param second how much for each of the second
 * @param besides how much besides
 */
public record HouseRule(int first, int second, int besides) {

	/** Four ways to say it, with the numbers in the same order. */
	private static final List<String> WORDINGS = List.of(
			"Take %d times the first number, add %d times the second number, and add %d.",
			"Count %d for each of the first and %d for each of the second, and then %d on top.",
			"The result is %d times the first plus %d times the second plus %d.",
			"With us it is %d a piece for the first, %d a piece for the second, plus %d at once.");

	private static final List<Pattern> FORMS = WORDINGS.stream()
		.map((wording) -> Pattern
			.compile(Pattern.quote(wording.substring(0, wording.length() - 1)).replace("%d", "\\E(\\d+)\\Q")))
		.toList();

	public int of(int one, int other) {
		return this.first * one + this.second * other + this.besides;
	}

	/** Says it. */
	public String words(int wording) {
		return WORDINGS.get(Math.floorMod(wording, WORDINGS.size())).formatted(this.first, this.second, this.besides);
	}

	/** Finds a rule in a text, in any of its wordings. */
	static Optional<HouseRule> in(String text) {
		for (Pattern form : FORMS) {
			Matcher said = form.matcher(text);
			if (said.find()) {
				return Optional.of(new HouseRule(Integer.parseInt(said.group(1)), Integer.parseInt(said.group(2)),
						Integer.parseInt(said.group(3))));
			}
		}
		return Optional.empty();
	}

	/** A rule that is nearly this one, as somebody would have it who remembers badly. */
	public HouseRule mistaken(int how) {
		return switch (Math.floorMod(how, 3)) {
			case 0 -> new HouseRule(this.second, this.first, this.besides + ((this.first == this.second) ? 1 : 0));
			case 1 -> new HouseRule(this.first + 1, this.second, this.besides);
			default -> new HouseRule(this.first, this.second + 2, this.besides);
		};
	}

}
