package dev.babyagi.journey;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import dev.babyagi.journey.drive.Retention;
import dev.babyagi.objective.WireId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What ended long ago is erased, with all its rows; what goes on or ended lately is kept.
 */
@ServiceOnH2
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
				.param(WireId.parse("obj", old).orElseThrow())
				.query(Integer.class)
				.single()).as(table).isZero();
		}
	}

	private void age(String id, Instant createdAt, Instant finishedAt) {
		assertThat(jdbc().sql("update objective set created_at = ?, finished_at = ? where id = ?")
			.param(Timestamp.from(createdAt))
			.param(Timestamp.from(finishedAt))
			.param(WireId.parse("obj", id).orElseThrow())
			.update()).isOne();
	}

}
