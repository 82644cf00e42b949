package dev.babyagi.integration;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

import dev.babyagi.OwnDatabase;
import dev.babyagi.WithoutDispatch;
import dev.babyagi.plan.Conclusion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The module with what lies below it: a reference needs no model.
 */
@OwnDatabase
@WithoutDispatch
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
class IntegrationModuleTests {

	@Autowired
	private Integration integration;

	@Test
	void concludesWithoutAModelWhatIsAReference() {
		Answer answer = this.integration
			.conclude(Briefs.plan(new Conclusion.Reference("${t1.output}")), Briefs.ARTIFACTS, null)
			.orElseThrow();
		assertThat(answer.text()).isEqualTo("Oslo has 709,037 people");
		assertThat(answer.claims()).singleElement().satisfies((claim) -> assertThat(claim.cites()).contains("t1"));
	}

}
