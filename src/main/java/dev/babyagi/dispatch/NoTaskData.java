package dev.babyagi.dispatch;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes no data into rows and reads none, so that an object that somebody else has put
 * there is never deserialized.
 */
final class NoTaskData implements Serializer {

	@Override
	public byte @Nullable [] serialize(@Nullable Object data) {
		if (data != null) {
			throw new IllegalArgumentException("A dispatch row carries no data");
		}
		return null;
	}

	@Override
	public <T> @Nullable T deserialize(Class<T> type, byte[] data) {
		return null;
	}

}
