package dev.babyagi.planning;

/**
 * V2: as many tasks as the limits allow, and not fewer than wanted.
 */
final class SizeRule implements Rule {

	@Override
	public void check(Draft draft, Terms terms, Findings findings) {
		int size = draft.tasks().size();
		if (size < terms.minTasks() || size > terms.maxTasks()) {
			findings.fault(null, "tasks", "must be %s, but there are %d".formatted(terms.size(), size));
		}
	}

}
