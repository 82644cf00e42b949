package dev.babyagi.planning;

import java.util.List;

import dev.babyagi.plan.Plan;
import dev.babyagi.planning.draft.PlanFault;

/**
 * The result of reading a planner's reply.
 */
public sealed interface DraftResult {

	/**
	 * A valid plan.
	 *
	 * @param plan the plan
	 * @param warnings what was corrected, and what may be wrong
	 */
	record Drawn(Plan plan, List<String> warnings) implements DraftResult {

		public Drawn {
			warnings = List.copyOf(warnings);
		}

	}

	/**
	 * No valid plan.
	 *
	 * @param faults every fault, in the order of the rules
	 */
	record Faulty(List<PlanFault> faults) implements DraftResult {

		public Faulty {
			faults = List.copyOf(faults);
		}

	}

}
