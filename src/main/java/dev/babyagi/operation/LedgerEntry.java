package dev.babyagi.operation;

import org.jspecify.annotations.Nullable;

import dev.babyagi.language.ModelUsage;

/**
 * A call in the ledger.
 *
 * @param number its number among the calls of its work for its purpose
 * @param outcome how it ended, or {@code null} while it is open
 * @param reserved what was reserved for it
 * @param used what it used; nothing while it is open
 */
record LedgerEntry(int number, @Nullable CallOutcome outcome, ModelUsage reserved, ModelUsage used) {

	/** Whether it was sent and then cut, so that nobody knows the reply. */
	boolean isCut() {
		return (this.outcome == CallOutcome.CUT || this.outcome == CallOutcome.UNCERTAIN) && this.used.calls() > 0;
	}

}
