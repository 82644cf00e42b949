package dev.babyagi.journal.live;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.babyagi.execution.ReplyAudience;
import dev.babyagi.language.ReplyListener;
import dev.babyagi.objective.ObjectiveId;

/**
 * Sends the text of tasks to the streams of this replica while models write it. It is not
 * kept: a stream that begins later does not get it.
 */
@Component
class LiveReplies implements ReplyAudience {

	private static final String TYPE = "task.delta";

	/** The most characters in one event; a longer piece becomes several. */
	private static final int MOST = 4096;

	private final JournalTail tail;

	private final EventFrames frames;

	private final Clock clock;

	LiveReplies(JournalTail tail, EventFrames frames, Clock clock) {
		this.tail = tail;
		this.frames = frames;
		this.clock = clock;
	}

	@Override
	public Optional<ReplyListener> of(ObjectiveId id, String taskId, int attempt) {
		return this.tail.isFollowed(id) ? Optional.of((version, text) -> send(id, taskId, attempt, version, text))
				: Optional.empty();
	}

	private void send(ObjectiveId id, String taskId, int attempt, int version, String text) {
		int start = 0;
		while (start < text.length()) {
			int end = end(text, start);
			TaskDelta delta = new TaskDelta(id.toString(), new TaskAttempt(taskId, attempt), version,
					text.substring(start, end));
			this.tail.tell(id, this.frames.passing(TYPE, new DeltaEvent(TYPE, this.clock.instant(), delta)));
			start = end;
		}
	}

	/** A pair of surrogates stays together. */
	private static int end(String text, int start) {
		int end = Math.min(text.length(), start + MOST);
		return (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) ? end - 1 : end;
	}

	private record DeltaEvent(String type, Instant timestamp, TaskDelta data) {

	}

	private record TaskDelta(String objectiveId, TaskAttempt task, int version, String text) {

	}

	private record TaskAttempt(String id, int attempt) {

	}

}
