package dev.babyagi.planning.fix;

import java.util.HashSet;
import java.util.Set;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.PlanDraft;
import dev.babyagi.planning.draft.ValidationReport;

/**
 * Writes every reference in its canonical spelling. A bare {@code $2} is a reference if
 * there is a task {@code t2} and the objective does not mention two dollars.
 */
public final class SpellReferences implements PlanFix {

	private static final Pattern MONEY = Pattern.compile("\\$([0-9]{1,4})");

	@Override
	public PlanDraft mend(PlanDraft draft, DraftConstraints constraints, ValidationReport report) {
		Set<String> money = money(constraints.objective());
		Set<String> known = new HashSet<>(draft.ids());
		constraints.kept().forEach((task) -> known.add(task.id()));
		known.removeAll(money);
		ReferenceAliases aliases = new ReferenceAliases(known::contains);
		return draft.mapTasks((task) -> task.withTexts(aliases::normalise, aliases::normalise))
			.withConclusion(aliases.normalise(draft.conclusion()));
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
