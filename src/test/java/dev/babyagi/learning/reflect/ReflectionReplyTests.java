package dev.babyagi.learning.reflect;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.lesson.LessonText;

import static org.assertj.core.api.Assertions.assertThat;

class ReflectionReplyTests {

	private static final String LESSON = """
			{"action": "add", "lesson": "", "title": "T", "when": "W", "whenNot": "", "content": "C"}""";

	private static final ProposedLesson READ = new ProposedLesson("add", "", new LessonText("T", "W", "", "C"));

	@ParameterizedTest
	@ValueSource(strings = { "{\"lessons\": [%s]}", "Here it is:\n```json\n{\"lessons\": [%s]}\n```", "[%s]", "%s",
			"{\"answer\": {\"lessons\": [%s]}}" })
	void readsTheShapesThatModelsGive(String shape) {
		assertThat(ReflectionReply.read(shape.formatted(LESSON)))
			.hasValueSatisfying((lessons) -> assertThat(lessons).containsExactly(READ));
	}

	@Test
	void takesThreeAtMost() {
		String many = String.join(",", LESSON, LESSON, LESSON, LESSON);
		assertThat(ReflectionReply.read("{\"lessons\": [" + many + "]}").orElseThrow()).hasSize(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "I learned nothing.", "{\"facts\": []}", "42" })
	void findsNothingInOtherReplies(String reply) {
		assertThat(ReflectionReply.read(reply)).isEmpty();
	}

	@Test
	void readsThatNothingWasLearned() {
		assertThat(ReflectionReply.read("{\"lessons\": []}").orElseThrow()).isEmpty();
	}

}
