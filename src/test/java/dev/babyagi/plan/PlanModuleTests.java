package dev.babyagi.plan;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.OwnDatabase;
import dev.babyagi.WithoutDispatch;
import dev.babyagi.objective.ObjectiveErased;
import dev.babyagi.objective.ObjectiveId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The module with what lies below it.
 */
@OwnDatabase
@WithoutDispatch
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
class PlanModuleTests {

	private final ObjectiveId id = new ObjectiveId(UUID.randomUUID());

	@Autowired
	private PlanRevisions revisions;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private ApplicationEventPublisher events;

	@Test
	void keepsEveryRevisionAndReadsTheNewestBackAsItWas() {
		Plan plan = Plans.elaborate();
		save(plan);
		assertThat(this.revisions.newest(this.id)).contains(plan);
	}

	@Test
	void erasesThePlansOfAnObjectiveWithIt() {
		save(Plans.diamond());
		this.transaction.executeWithoutResult((status) -> this.events
			.publishEvent(new ObjectiveErased(this.id, "default", ObjectiveErased.Cause.CLIENT)));
		assertThat(this.revisions.newest(this.id)).isEmpty();
	}

	private void save(Plan plan) {
		this.transaction.executeWithoutResult((status) -> this.revisions.save(this.id, "default", plan, Instant.EPOCH));
	}

}
