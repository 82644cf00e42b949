package dev.babyagi.language.openai;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.babyagi.language.ReplyListener;
import dev.babyagi.language.openai.wire.ReplyObserver;

/**
 * Tells the listener of a request what its tries bring. A listener that throws an
 * exception is told nothing more. Used by one thread.
 */
final class ListenerFeed {

	private static final Logger logger = LoggerFactory.getLogger(ListenerFeed.class);

	private @Nullable ReplyListener listener;

	private int version;

	ListenerFeed(@Nullable ReplyListener listener) {
		this.listener = listener;
	}

	/**
	 * Begins a try, whose text is another version.
	 * @return follows its answer; {@code null} if nobody listens
	 */
	@Nullable ReplyObserver nextTry(CapabilityCache.Probe probe) {
		this.version++;
		return (this.listener != null) ? new Try(probe) : null;
	}

	private void tell(String piece) {
		if (this.listener == null) {
			return;
		}
		try {
			this.listener.onText(this.version, piece);
		}
		catch (RuntimeException ex) {
			this.listener = null;
			logger.debug("The listener of a reply failed and gets no more of it", ex);
		}
	}

	private final class Try implements ReplyObserver {

		private final CapabilityCache.Probe probe;

		private Try(CapabilityCache.Probe probe) {
			this.probe = probe;
		}

		@Override
		public void begun() {
			this.probe.begun();
		}

		@Override
		public void text(String piece) {
			tell(piece);
		}

		@Override
		public void obsolete() {
			ListenerFeed.this.version++;
		}

	}

}
