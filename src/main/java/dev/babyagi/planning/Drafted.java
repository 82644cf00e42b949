package dev.babyagi.planning;

import java.util.List;

import dev.babyagi.plan.Plan;

/**
 * What came of reading a planner's reply.
 */
public sealed interface Drafted {

	/**
	 * A valid plan.
	 *
	 * @param plan the plan
	 * @param warnings what was mended, and what may be amiss without being wrong
	 */
	record Drawn(Plan plan, List<String> warnings) implements Drafted {

		public Drawn {
			warnings = List.copyOf(warnings);
		}

	}

	/**
	 * No valid plan.
	 *
	 * @param faults every fault there is, in the order of the rules
	 */
	record Faulty(List<Fault> faults) implements Drafted {

		public Faulty {
			faults = List.copyOf(faults);
		}

	}

}
