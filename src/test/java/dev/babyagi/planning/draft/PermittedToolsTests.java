package dev.babyagi.planning.draft;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.babyagi.reply.ExactJson;

import static org.assertj.core.api.Assertions.assertThat;

class PermittedToolsTests {

	private final PermittedTools tools = DraftConstraintsFixtures.tools(FakeTool.LOOKUP, FakeTool.MAIL,
			FakeTool.named("add"), FakeTool.named("adds"));

	@ParameterizedTest
	@CsvSource({ "lookup,lookup", "LookUp,lookup", "look_up,lookup", "lokup,lookup", "mail,mail", "sendmails,send_mail",
			"look,lookup", "loo,loo", "browser,browser" })
	void readsANameThatIsAtMostTwoLettersOff(String written, String meant) {
		assertThat(this.tools.meant(written)).isEqualTo(meant);
	}

	@Test
	void leavesANameThatCouldMeanTwoToolsUnlessItIsOne() {
		assertThat(this.tools.meant("ad")).isEqualTo("ad");
		assertThat(this.tools.meant("add")).isEqualTo("add");
		assertThat(this.tools.meant("adds")).isEqualTo("adds");
	}

	@Test
	void findsAToolByItsExactName() {
		assertThat(this.tools.find("lookup")).contains(FakeTool.LOOKUP);
		assertThat(this.tools.find("Lookup")).isEmpty();
		assertThat(this.tools.names()).containsExactly("lookup", "send_mail", "add", "adds");
		assertThat(DraftConstraintsFixtures.tools().isEmpty()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"city":"Oslo","rows":3}                          | 0
			{"city":"${t1.output}","rows":"${t2.output}"}     | 0
			{"city":7,"rows":"many"}                          | 2
			{"rows":"${t1.output}"}                           | 1
			""")
	void holdsAgainstInputsOnlyWhatIsKnownOfThem(String inputs, int misfits) {
		assertThat(this.tools.misfits(FakeTool.LOOKUP, ExactJson.read(inputs))).hasSize(misfits);
	}

}
