package dev.babyagi.journal.live;

import java.nio.charset.StandardCharsets;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.journal.Journal;
import dev.babyagi.journal.JournalRecord;

/**
 * Writes events as frames of an event stream (HTML Living Standard, Server-sent events).
 */
@Component
class EventFrames {

	/** A comment, which shows both sides that the connection is alive. */
	static final byte[] HEARTBEAT = bytes(":\n\n");

	/** Asks clients to wait two seconds before they connect again. */
	static final byte[] BEGINNING = bytes("retry: 2000\n\n");

	private final JsonMapper json;

	EventFrames(JsonMapper json) {
		this.json = json;
	}

	/** Returns an entry of one objective; its id is the sequence number. */
	byte[] entry(Journal.Entry entry) {
		return frame(entry.sequence(), entry.type(), entry);
	}

	/** Returns an entry among those of all objectives; its id is the position. */
	byte[] entry(JournalRecord entry) {
		return frame(entry.position(), entry.entry().type(), FeedEvent.of(entry));
	}

	byte[] tenantSnapshot(TenantSnapshot snapshot, long position) {
		return frame(position, snapshot.type(), snapshot);
	}

	private byte[] frame(long id, String type, Object event) {
		return bytes("id: " + id + "\n" + body(type, event));
	}

	/** Returns an event that is not kept: a stream cannot be resumed after it. */
	byte[] passing(String type, Object event) {
		return bytes(body(type, event));
	}

	private String body(String type, Object event) {
		return "event: " + type + "\ndata: " + this.json.writeValueAsString(event) + "\n\n";
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
