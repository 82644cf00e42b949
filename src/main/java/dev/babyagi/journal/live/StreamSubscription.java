package dev.babyagi.journal.live;

import dev.babyagi.objective.ObjectiveFilter;
import dev.babyagi.objective.ObjectiveId;

/**
 * What one stream follows, and how far it has been told.
 */
sealed interface StreamSubscription {

	EventStream stream();

	/**
	 * The entries of one objective after a sequence number.
	 */
	final class OfObjective implements StreamSubscription {

		private final EventStream stream;

		private final ObjectiveId id;

		private volatile long seen;

		OfObjective(EventStream stream, ObjectiveId id, long seen) {
			this.stream = stream;
			this.id = id;
			this.seen = seen;
		}

		@Override
		public EventStream stream() {
			return this.stream;
		}

		ObjectiveId id() {
			return this.id;
		}

		long seen() {
			return this.seen;
		}

		void seen(long sequence) {
			this.seen = sequence;
		}

	}

	/**
	 * The entries of a tenant's objectives after a position.
	 */
	final class OfTenant implements StreamSubscription {

		private final EventStream stream;

		private final String tenant;

		private final ObjectiveFilter filter;

		private volatile long position;

		OfTenant(EventStream stream, String tenant, ObjectiveFilter filter, long position) {
			this.stream = stream;
			this.tenant = tenant;
			this.filter = filter;
			this.position = position;
		}

		@Override
		public EventStream stream() {
			return this.stream;
		}

		String tenant() {
			return this.tenant;
		}

		ObjectiveFilter filter() {
			return this.filter;
		}

		long position() {
			return this.position;
		}

		void position(long last) {
			this.position = last;
		}

	}

}
