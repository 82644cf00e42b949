package dev.babyagi.planning.draft;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PromptWindow}.
 */
class PromptWindowTests {

	@Test
	void leavesRoomForTheReply() {
		assertThat(new PromptWindow(32_768).left()).isEqualTo(32_768 - 4_096);
		assertThat(new PromptWindow(4_096).left()).isEqualTo(2_048);
		PromptWindow window = new PromptWindow(100);
		window.take("x".repeat(1_000));
		assertThat(window.left()).isZero();
	}

}
