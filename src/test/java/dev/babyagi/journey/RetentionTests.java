package dev.babyagi.journey;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import dev.babyagi.journey.drive.Retention;
import dev.babyagi.objective.ObjectiveErased;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.WireId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What ended long ago is erased, with all its rows; what goes on or ended lately is kept.
 */
@ServiceOnH2
@RecordApplicationEvents
class RetentionTests extends AbstractServiceTests {

	@Autowired
	private Retention retention;

	@Test
	void erasesWhatEndedLongAgoAndNothingElse() throws InterruptedException {
		String old = service().solve("1 + 2").path("id").asString();
		String recent = service().solve("1 + 3").path("id").asString();
		String begunLongAgo = service().solve("1 + 4").path("id").asString();
		Instant longAgo = Instant.now().minus(Duration.ofDays(31));
		age(old, longAgo, longAgo.plusSeconds(1));
		age(begunLongAgo, longAgo, Instant.now());
		this.retention.run();
		assertThat(service().objective(old).path("type").asString()).isEqualTo("/problems/not-found");
		assertThat(service().objective(recent).path("state").asString()).isEqualTo("completed");
		assertThat(service().objective(begunLongAgo).path("state").asString()).isEqualTo("completed");
		for (String table : List.of("plan", "task_run", "attempt", "journal_entry", "journal_head")) {
			assertThat(jdbc().sql("select count(*) from " + table + " where objective_id = ?")
				.param(id(old))
				.query(Integer.class)
				.single()).as(table).isZero();
		}
	}

	@Test
	void erasesWhatEndedLongAgoOfEveryTenantAndSaysWhy(@Autowired ApplicationEvents events)
			throws InterruptedException {
		String mine = service().solve("2 + 2").path("id").asString();
		String theirs = service().solve("2 + 3").path("id").asString();
		Instant longAgo = Instant.now().minus(Duration.ofDays(31));
		age(mine, longAgo, longAgo);
		age(theirs, longAgo, longAgo);
		jdbc().sql("update objective set tenant = 'zebra' where id = ?").param(id(theirs)).update();
		this.retention.run();
		assertThat(jdbc().sql("select count(*) from objective where id in (?, ?)")
			.params(id(mine), id(theirs))
			.query(Integer.class)
			.single()).isZero();
		assertThat(events.stream(ObjectiveErased.class)).contains(
				new ObjectiveErased(new ObjectiveId(id(mine)), "default", ObjectiveErased.Cause.RETENTION),
				new ObjectiveErased(new ObjectiveId(id(theirs)), "zebra", ObjectiveErased.Cause.RETENTION));
	}

	private static UUID id(String wireId) {
		return WireId.parse("obj", wireId).orElseThrow();
	}

	private void age(String id, Instant createdAt, Instant finishedAt) {
		assertThat(jdbc().sql("update objective set created_at = ?, finished_at = ? where id = ?")
			.param(Timestamp.from(createdAt))
			.param(Timestamp.from(finishedAt))
			.param(id(id))
			.update()).isOne();
	}

}
