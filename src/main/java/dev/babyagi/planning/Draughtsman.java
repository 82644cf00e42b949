package dev.babyagi.planning;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.babyagi.plan.Plan;
import dev.babyagi.planning.Drafted.Drawn;
import dev.babyagi.planning.Drafted.Faulty;

/**
 * Turns a planner's reply into a draft that keeps every rule, or says all that is wrong
 * with it. The same reply always gives the same result.
 */
final class Draughtsman {

	/** In this order: each fix may count on those before it. */
	private static final List<Fix> FIXES = List.of(new NameTools(), new BoundNesting(), new CompleteDependencies(),
			new MergeDuplicates(), new SettleFinal(), new Prune());

	private static final List<Rule> RULES = List.of(new SizeRule(), new IdRule(), new LinkRule(), new CycleRule(),
			new ToolRule(), new CloneRule(), new CoverageRule(), new NumberRule(), new BudgetRule());

	private final Terms terms;

	private final Fix naming;

	private final Findings findings = new Findings();

	/**
	 * Reads drafts.
	 * @param terms what they are measured by
	 * @param naming what is to be done about the ids of tasks
	 */
	Draughtsman(Terms terms, Fix naming) {
		this.terms = terms;
		this.naming = naming;
	}

	/**
	 * Reads a reply.
	 * @param reply the reply
	 * @param plan makes the plan of a draft that keeps the rules
	 */
	Drafted read(String reply, Function<Draft, Plan> plan) {
		Optional<Draft> draft = new DraftReader(this.terms, this.findings).read(reply)
			.map(this::mended)
			.filter(this::keepsTheRules);
		return draft.<Drafted>map((found) -> new Drawn(plan.apply(found), this.findings.warnings()))
			.orElseGet(() -> new Faulty(this.findings.faults()));
	}

	private Draft mended(Draft draft) {
		Draft mended = this.naming.mend(new SpellReferences().mend(draft, this.terms, this.findings), this.terms,
				this.findings);
		for (Fix fix : FIXES) {
			mended = fix.mend(mended, this.terms, this.findings);
		}
		return mended;
	}

	private boolean keepsTheRules(Draft draft) {
		RULES.forEach((rule) -> rule.check(draft, this.terms, this.findings));
		return this.findings.faults().isEmpty();
	}

}
