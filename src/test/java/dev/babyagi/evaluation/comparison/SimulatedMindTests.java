package dev.babyagi.evaluation.comparison;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.evaluation.Draws;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests what the simulated model can and cannot do.
 */
class SimulatedMindTests {

	@ParameterizedTest
	@ValueSource(chars = { 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H' })
	void isRightIfItMakesNoMistakes(char set) {
		assertThat(right(set, SolverSkill.FLAWLESS)).isEqualTo(40);
	}

	@ParameterizedTest
	@ValueSource(chars = { 'A', 'B', 'E' })
	void isMostlyWrongIfEveryStepSlips(char set) {
		assertThat(right(set, SolverSkill.FLAWLESS.slipping(1))).isLessThan(8);
	}

	@Test
	void misreadsStoriesAndNoExpressions() {
		assertThat(right('A', SolverSkill.FLAWLESS.misreading(1))).isEqualTo(40);
		assertThat(right('B', SolverSkill.FLAWLESS.misreading(1))).isZero();
	}

	@Test
	void isWrongAlikeForWhoeverAsks() {
		List<Question> questions = new QuestionSets(3).make('A', 40);
		assertThat(answers(questions, SolverSkill.USUAL)).isEqualTo(answers(questions, SolverSkill.USUAL));
	}

	private static long right(char set, SolverSkill skill) {
		List<Question> questions = new QuestionSets(2).make(set, 40);
		List<String> answers = answers(questions, skill);
		long right = 0;
		for (int number = 0; number < answers.size(); number++) {
			right += questions.get(number).accepts().test(answers.get(number)) ? 1 : 0;
		}
		return right;
	}

	private static List<String> answers(List<Question> questions, SolverSkill skill) {
		SimulatedMind mind = new SimulatedMind(skill, new Draws(2));
		return questions.stream()
			.map((question) -> mind.answer(QuestionForm.in(question.text()).orElseThrow(),
					ChatClient.transcript(question)))
			.toList();
	}

}
