package dev.babyagi.journey;

import java.util.List;

import dev.babyagi.objective.Order;

/**
 * What came of recording a draft.
 */
sealed interface Recording {

	/** It is committed. */
	Recording DONE = new Done();

	/** Another replica owns the objective, or it is gone. */
	Recording LOST = new Lost();

	/**
	 * It is committed.
	 */
	record Done() implements Recording {

	}

	/**
	 * Another replica owns the objective, or it is gone: stop and write nothing.
	 */
	record Lost() implements Recording {

	}

	/**
	 * There are orders that the draft does not know of: act on them and begin again.
	 *
	 * @param orders the new ones
	 */
	record Ordered(List<Order> orders) implements Recording {

	}

}
