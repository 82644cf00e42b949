package dev.babyagi.planning;

import java.util.HashSet;
import java.util.Set;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

import dev.babyagi.plan.Conclusion;

/**
 * Writes every reference in its canonical spelling. A bare {@code $2} is one if there is
 * a task {@code t2} and the objective does not speak of two dollars.
 */
final class SpellReferences implements Fix {

	private static final Pattern MONEY = Pattern.compile("\\$([0-9]{1,4})");

	@Override
	public Draft mend(Draft draft, Terms terms, Findings findings) {
		Set<String> money = money(terms.objective());
		Set<String> known = new HashSet<>(draft.ids());
		terms.kept().forEach((task) -> known.add(task.id()));
		known.removeAll(money);
		Aliases aliases = new Aliases(known::contains);
		return draft.mapTasks((task) -> task.withTexts(aliases::normalise, aliases::normalise))
			.withConclusion(conclusion(draft.conclusion(), aliases));
	}

	private static @Nullable Conclusion conclusion(@Nullable Conclusion conclusion, Aliases aliases) {
		return (conclusion instanceof Conclusion.Template(String value))
				? new Conclusion.Template(aliases.normaliseValue(value)) : conclusion;
	}

	private static Set<String> money(String objective) {
		Set<String> money = new HashSet<>();
		Matcher matcher = MONEY.matcher(objective);
		while (matcher.find()) {
			money.add("t" + matcher.group(1));
		}
		return money;
	}

}
