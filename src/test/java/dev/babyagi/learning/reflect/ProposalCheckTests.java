package dev.babyagi.learning.reflect;

import org.junit.jupiter.api.Test;

import dev.babyagi.lesson.LessonText;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fear: a lesson carries the one task it comes from into every other one.
 */
class ProposalCheckTests {

	private static final String TASK = "Book a table for 14 people at Bistro Verde\nDone: \"window seat\"";

	private final ProposalCheck check = new ProposalCheck(TASK, "With 12 or more people ask Ingrid first.");

	@Test
	void keepsAGeneralRuleWithWhatTheCorrectionSays() {
		assertThat(this.check.refusal(text("A table for many people", "With 12 or more people ask Ingrid first.")))
			.isEmpty();
	}

	@Test
	void refusesLiteralsOfTheTask() {
		assertThat(this.check.refusal(text("Tables", "For 14 people ask first.")))
			.hasValueSatisfying((why) -> assertThat(why).contains("14"));
		assertThat(this.check.refusal(text("A table at Verde", "Ask first.")))
			.hasValueSatisfying((why) -> assertThat(why).contains("Verde"));
		assertThat(this.check.refusal(text("Tables", "Ask for the \"window seat\" first.")))
			.hasValueSatisfying((why) -> assertThat(why).contains("window seat"));
	}

	@Test
	void refusesWhatSaysNothingOrTooMuch() {
		assertThat(this.check.refusal(text("", "Ask first."))).hasValue("title, when or content is missing");
		assertThat(this.check.refusal(text("Tables", "One. Two. Three. Four.")))
			.hasValue("it has more than three sentences");
		assertThat(this.check.refusal(text("Tables", "word ".repeat(200)))).hasValue("it is too long");
	}

	@Test
	void refusesSecrets() {
		assertThat(this.check.refusal(text("Tables", "Send the key sk-proj-" + "a1B2c3D4e5F6".repeat(6) + "Zz along.")))
			.hasValueSatisfying((why) -> assertThat(why).contains("secret").doesNotContain("a1B2c3"));
	}

	private static LessonText text(String when, String content) {
		return new LessonText("Tables", when, "", content);
	}

}
