package dev.babyagi.dataset;

import org.jspecify.annotations.Nullable;

/**
 * A dataset has no content that may be read.
 */
public final class DatasetNotReady extends RuntimeException {

	private final boolean retryable;

	DatasetNotReady(DatasetState state, @Nullable String reason) {
		super(switch (state) {
			case BUILDING -> "The dataset is being built: look again when its state is ready";
			case OUTDATED ->
				"An objective in it was erased, so its rows may not be read any more: build the next version";
			case FAILED -> "The dataset could not be built: " + reason;
			case READY -> throw new IllegalArgumentException("It is ready");
		});
		this.retryable = state == DatasetState.BUILDING;
	}

	/** Whether it may be ready later. */
	public boolean isRetryable() {
		return this.retryable;
	}

}
