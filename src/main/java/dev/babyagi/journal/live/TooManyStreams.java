package dev.babyagi.journal.live;

/**
 * This replica has as many streams as it may have.
 */
public class TooManyStreams extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int most;

	TooManyStreams(int most) {
		this.most = most;
	}

	@Override
	public String getMessage() {
		return "This replica sends events to %d clients, as many as babyagi.events.max-listeners allows"
			.formatted(this.most);
	}

}
