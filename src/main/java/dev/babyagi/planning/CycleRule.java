package dev.babyagi.planning;

import java.util.List;

import dev.babyagi.plan.Topology;

/**
 * V5: no cycles; the one that is found is named.
 */
final class CycleRule implements Rule {

	@Override
	public void check(Draft draft, Terms terms, Findings findings) {
		List<String> cycle = new Topology(draft.tasks()).cycle();
		if (cycle.size() > 2) {
			findings.fault(cycle.getFirst(), "dependsOn", "is a cycle: " + String.join(" -> ", cycle));
		}
	}

}
