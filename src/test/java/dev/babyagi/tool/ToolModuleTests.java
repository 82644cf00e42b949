package dev.babyagi.tool;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;

import dev.babyagi.OwnDatabase;
import dev.babyagi.WithoutDispatch;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The module alone: each tool is found by being there.
 */
@OwnDatabase
@WithoutDispatch
@ApplicationModuleTest
class ToolModuleTests {

	@Autowired
	private ToolCatalogue catalogue;

	@Test
	void offersEachToolThatIsThere() {
		assertThat(this.catalogue.tools()).extracting(Tool::name).containsExactly("calculator", "datetime");
		assertThat(this.catalogue.permitted(ToolPermission.PURE_ONLY)).isEqualTo(this.catalogue.tools());
	}

}
