package dev.babyagi.planning.draft;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PromptWindow}.
 */
class PromptWindowTests {

	@Test
	void leavesAShortTextAlone() {
		assertThat(PromptWindow.cut("short", 10)).isEqualTo("short");
	}

	@Test
	void keepsHeadAndTailAndSaysWhatIsMissing() {
		String text = "begin " + "middle ".repeat(1_000) + "end";
		assertThat(PromptWindow.cut(text, 20)).startsWith("begin middle")
			.endsWith("middle end")
			.contains("characters left out]");
	}

	@ParameterizedTest
	@ValueSource(ints = { 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 })
	void neverCutsANumber(int tokens) {
		String cut = PromptWindow.cut("1234567 ".repeat(200), tokens);
		assertThat(cut.replaceAll("\\[[0-9]+ characters left out\\]", "").replace("1234567", "").strip()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "字", "\uD83D\uDE00", "x" })
	void cutsATextWithoutSpacesBetweenItsCharacters(String character) {
		String cut = PromptWindow.cut(character.repeat(10_000), 100);
		assertThat(PromptWindow.tokens(cut)).isBetween(90, 120);
		assertThat(cut.replace("\uD83D\uDE00", "")).doesNotContain("\uD83D", "\uDE00");
	}

	@Test
	void leavesRoomForTheReply() {
		assertThat(new PromptWindow(32_768).left()).isEqualTo(32_768 - 4_096);
		assertThat(new PromptWindow(4_096).left()).isEqualTo(2_048);
		PromptWindow window = new PromptWindow(100);
		window.take("x".repeat(1_000));
		assertThat(window.left()).isZero();
	}

}
