package dev.babyagi.journal.live;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;

import dev.babyagi.journal.JournalRecord;

/**
 * One entry among those of all objectives of a tenant.
 *
 * @param position its place among the entries of all objectives
 * @param type what happened
 * @param sequence its number in the record of its objective
 * @param timestamp when it happened
 * @param data details that depend on the type, the id of the objective among them
 */
@Schema(name = "FeedEvent")
public record FeedEvent(long position, @Schema(example = "task.state") String type, long sequence, Instant timestamp,
		JsonNode data) {

	public static FeedEvent of(JournalRecord record) {
		return new FeedEvent(record.position(), record.entry().type(), record.entry().sequence(),
				record.entry().timestamp(), record.entry().data());
	}

}
