package dev.babyagi.language.openai.wire;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a reply that arrives as a stream, and passes its text on. The chunks become the
 * document that the endpoint would have sent without streaming. Used once.
 */
final class ReplyStream {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String DONE = "[DONE]";

	private final ServerSentEvents events;

	private final StreamedCompletion completion;

	private final Headers headers;

	private final @Nullable ReplyObserver observer;

	private final @Nullable VisibleText text;

	private boolean begun;

	private boolean writing;

	ReplyStream(ServerSentEvents events, int longest, Headers headers, @Nullable ReplyObserver observer) {
		this.events = events;
		this.completion = new StreamedCompletion(longest);
		this.headers = headers;
		this.observer = observer;
		this.text = (observer != null) ? new VisibleText(observer) : null;
	}

	/**
	 * Reads the stream to its end.
	 * @param silence the longest time without a sign of life once the model writes; it
	 * may think longer before, even after chunks that say nothing of it
	 * @param now for dates in headers
	 * @throws WireException if there is no complete reply in it
	 */
	ObjectNode read(Duration silence, Instant now) throws IOException {
		boolean done = isDone(silence, now);
		if (!this.completion.isFinished(done)) {
			throw new WireException(
					new EndpointFault.Garbled(!this.begun ? "The model endpoint sent a stream without a reply"
							: done ? "The model endpoint ended the stream without a finish_reason"
									: "The answer is incomplete"));
		}
		if (this.text != null) {
			this.text.end();
		}
		return this.completion.document();
	}

	/**
	 * Returns whether the stream says that it is done. Once there is a finish_reason,
	 * only a count of tokens can be missing, so a fault after it is none.
	 */
	private boolean isDone(Duration silence, Instant now) throws IOException {
		try {
			String event = this.events.next();
			while (event != null && !DONE.equals(event.strip())) {
				take(event, silence, now);
				event = this.events.next();
			}
			return event != null;
		}
		catch (IOException ex) {
			if (this.completion.isFinished(false) && !Thread.currentThread().isInterrupted()) {
				return false;
			}
			throw ex;
		}
	}

	private void take(String event, Duration silence, Instant now) {
		if (event.isBlank()) {
			return;
		}
		JsonNode chunk = chunk(event);
		JsonNode error = chunk.path("error");
		if (error.isObject() || !error.asString("").isBlank()) {
			if (this.completion.isFinished(false)) {
				return;
			}
			throw new WireException(StatusClassifier.inside(ErrorBody.of(error), this.headers, now), this.begun);
		}
		if (!this.begun) {
			begin();
		}
		String piece = this.completion.add(chunk);
		if (!this.writing && this.completion.isWriting()) {
			this.writing = true;
			this.events.limitSilence(silence);
		}
		if (this.text != null) {
			this.text.add(piece);
		}
	}

	private void begin() {
		this.begun = true;
		if (this.observer != null) {
			this.observer.begun();
		}
	}

	private JsonNode chunk(String event) {
		try {
			JsonNode chunk = JSON.readTree(event);
			if (chunk.isObject()) {
				return chunk;
			}
		}
		catch (JacksonException ex) {
			// Falls through, because the message of the exception quotes the chunk.
		}
		if (this.completion.isFinished(false)) {
			return JSON.createObjectNode();
		}
		throw new WireException(new EndpointFault.Garbled("A part of the streamed answer is not JSON"));
	}

}
