package dev.babyagi.planning;

import java.util.List;
import java.util.Optional;

/**
 * Turns a planner's reply into a draft that keeps every rule, or says all that is wrong
 * with it. The same reply always gives the same result.
 */
final class Draughtsman {

	/** In this order: each fix may count on those before it. */
	private static final List<Fix> FIXES = List.of(new SpellReferences(), new NameTools(), new BoundNesting(),
			new CompleteDependencies(), new MergeDuplicates(), new SettleFinal(), new Prune());

	private static final List<Rule> RULES = List.of(new SizeRule(), new IdRule(), new LinkRule(), new CycleRule(),
			new ToolRule(), new CoverageRule(), new NumberRule(), new BudgetRule());

	private final Terms terms;

	private final Findings findings = new Findings();

	Draughtsman(Terms terms) {
		this.terms = terms;
	}

	/**
	 * Reads a reply.
	 * @return the draft, or nothing if {@link #findings} has faults
	 */
	Optional<Draft> read(String reply) {
		return new DraftReader(this.terms, this.findings).read(reply).map(this::mended).filter(this::keepsTheRules);
	}

	Findings findings() {
		return this.findings;
	}

	private Draft mended(Draft draft) {
		Draft mended = draft;
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
