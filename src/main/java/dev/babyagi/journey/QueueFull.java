package dev.babyagi.journey;

/**
 * As many objectives wait as the service allows.
 */
public class QueueFull extends RuntimeException {

	private final String detail;

	QueueFull(long waiting) {
		this.detail = "%d objectives are waiting already; try again later".formatted(waiting);
	}

	@Override
	public String getMessage() {
		return this.detail;
	}

}
