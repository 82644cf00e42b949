package dev.babyagi.journal.live;

/**
 * This replica is stopping and opens no streams.
 */
public class StreamsStopped extends RuntimeException {

	private static final long serialVersionUID = 1L;

	@Override
	public String getMessage() {
		return "This replica is stopping; connect again, and another replica or the next process answers";
	}

}
