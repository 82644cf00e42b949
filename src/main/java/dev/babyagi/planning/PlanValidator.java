package dev.babyagi.planning;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.babyagi.plan.Plan;
import dev.babyagi.planning.DraftResult.Drawn;
import dev.babyagi.planning.DraftResult.Faulty;
import dev.babyagi.planning.draft.DraftConstraints;
import dev.babyagi.planning.draft.DraftReader;
import dev.babyagi.planning.draft.PlanDraft;
import dev.babyagi.planning.draft.ValidationReport;
import dev.babyagi.planning.fix.BoundNesting;
import dev.babyagi.planning.fix.CompleteDependencies;
import dev.babyagi.planning.fix.MergeDuplicates;
import dev.babyagi.planning.fix.NameTools;
import dev.babyagi.planning.fix.PlanFix;
import dev.babyagi.planning.fix.PruneTasks;
import dev.babyagi.planning.fix.SettleFinal;
import dev.babyagi.planning.fix.SpellReferences;
import dev.babyagi.planning.rule.BudgetRule;
import dev.babyagi.planning.rule.CloneRule;
import dev.babyagi.planning.rule.CoverageRule;
import dev.babyagi.planning.rule.CycleRule;
import dev.babyagi.planning.rule.IdRule;
import dev.babyagi.planning.rule.LinkRule;
import dev.babyagi.planning.rule.NumberRule;
import dev.babyagi.planning.rule.PlanRule;
import dev.babyagi.planning.rule.ReferenceRule;
import dev.babyagi.planning.rule.SizeRule;
import dev.babyagi.planning.rule.ToolRule;

/**
 * Turns a planner's reply into a plan that keeps every rule, or returns every fault. The
 * same reply always gives the same result.
 */
final class PlanValidator {

	/** Each fix may rely on those before it. */
	private static final List<PlanFix> FIXES = List.of(new NameTools(), new BoundNesting(), new CompleteDependencies(),
			new MergeDuplicates(), new SettleFinal(), new PruneTasks());

	private static final List<PlanRule> RULES = List.of(new SizeRule(), new IdRule(), new LinkRule(),
			new ReferenceRule(), new CycleRule(), new ToolRule(), new CloneRule(), new CoverageRule(), new NumberRule(),
			new BudgetRule());

	private final DraftConstraints constraints;

	private final PlanFix naming;

	private final ValidationReport report = new ValidationReport();

	/**
	 * Creates a validator.
	 * @param constraints what the draft must keep
	 * @param naming the fix that sets the ids of tasks
	 */
	PlanValidator(DraftConstraints constraints, PlanFix naming) {
		this.constraints = constraints;
		this.naming = naming;
	}

	/**
	 * Reads a reply.
	 * @param reply the reply
	 * @param plan makes the plan from a draft that keeps the rules
	 */
	DraftResult read(String reply, Function<PlanDraft, Plan> plan) {
		Optional<PlanDraft> draft = new DraftReader(this.constraints, this.report).read(reply)
			.map(this::mended)
			.filter(this::keepsTheRules);
		return draft.<DraftResult>map((found) -> new Drawn(plan.apply(found), this.report.warnings()))
			.orElseGet(() -> new Faulty(this.report.faults()));
	}

	private PlanDraft mended(PlanDraft draft) {
		PlanDraft mended = this.naming.mend(new SpellReferences().mend(draft, this.constraints, this.report),
				this.constraints, this.report);
		for (PlanFix fix : FIXES) {
			mended = fix.mend(mended, this.constraints, this.report);
		}
		return mended;
	}

	private boolean keepsTheRules(PlanDraft draft) {
		RULES.forEach((rule) -> rule.check(draft, this.constraints, this.report));
		return this.report.faults().isEmpty();
	}

}
