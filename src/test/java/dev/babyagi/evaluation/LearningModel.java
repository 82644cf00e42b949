package dev.babyagi.evaluation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.fake.FakeRequest;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.language.TokenEstimate;

/**
 * A model that knows no house rule and answers by competence from what it is sent. Where
 * a lesson in its prompt applies and states a rule, it follows that, right or wrong;
 * otherwise it guesses from a rule of its own. It miscalculates at times, and more often
 * beside a lesson that does not help. As a reflector it repeats the rule of a correction
 * in other words, or gets it wrong.
 */
public final class LearningModel implements ResponseScript {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Pattern LESSON = Pattern
		.compile("(?s)<data name=\"lesson\">\\nWhen: (.*?)\\n(?:Not when: .*?\\n)?(.*?)\\n</data>");

	private static final Pattern OBJECTIVE = Pattern.compile("(?s)<data name=\"objective\">\\n(.*?)\\n</data>");

	private static final Pattern CORRECTION = Pattern.compile("(?m)^Correction: (.*)$");

	private static final Pattern PRESENT = Pattern.compile("(?m)^(l\\d+): .*\\n {2}When: (.*)$");

	private final Competence competence;

	private final Draws draws;

	public LearningModel(Competence competence, Draws draws) {
		this.competence = competence;
		this.draws = draws;
	}

	@Override
	public FakeResponse answer(FakeRequest request) {
		boolean reflects = request.schema().map((schema) -> schema.path("properties").has("lessons")).orElse(false);
		String reply = reflects ? reflect(request.user()) : direct(request.user());
		return FakeResponse.text(reply)
			.usage(TokenEstimate.in(request.system()) + TokenEstimate.in(request.user()), TokenEstimate.in(reply));
	}

	private String direct(String prompt) {
		Matcher objective = OBJECTIVE.matcher(prompt);
		String asked = objective.find() ? objective.group(1) : prompt;
		Matcher lesson = LESSON.matcher(prompt);
		Optional<Lesson> read = lesson.find() ? Optional.of(new Lesson(lesson.group(1), lesson.group(2)))
				: Optional.empty();
		String answer = HouseQuestion.in(asked)
			.map((question) -> Integer.toString(house(question, read)))
			.or(() -> WordProblem.in(asked).map((problem) -> Integer.toString(solve(problem, read))))
			.orElse("I do not know.");
		return JSON.createObjectNode().put("answer", answer).toString();
	}

	private int house(HouseQuestion.Asked asked, Optional<Lesson> lesson) {
		Optional<HouseRule> rule = lesson.filter((read) -> HouseQuestion.isAbout(read.when(), asked))
			.flatMap((read) -> HouseRule.in(read.content()));
		HouseRule followed = rule.orElseGet(() -> guess(asked.question()));
		int value = followed.of(asked.one(), asked.other());
		return slips(asked.text(), lesson.isPresent() && rule.isEmpty()) ? value + slip(asked.text()) : value;
	}

	/** What it takes for usual, which is the same for all questions of a house. */
	private HouseRule guess(HouseQuestion question) {
		return new HouseRule(1 + this.draws.below(4, question.name(), "guess first"),
				1 + this.draws.below(4, question.name(), "guess second"),
				this.draws.below(3, question.name(), "guess besides"));
	}

	private int solve(WordProblem problem, Optional<Lesson> lesson) {
		boolean understood = this.draws.share(problem.text(), "understand") < this.competence.understands();
		int value = understood ? problem.answer() : problem.misread();
		return slips(problem.text(), lesson.isPresent()) ? value + slip(problem.text()) : value;
	}

	private boolean slips(String question, boolean distracted) {
		double limit = this.competence.slips() + (distracted ? this.competence.distracted() : 0);
		return this.draws.share(question, "slip") < limit;
	}

	private int slip(String question) {
		return (this.draws.below(2, question, "slip by") == 0) ? 1 : -1;
	}

	private String reflect(String prompt) {
		Matcher said = CORRECTION.matcher(prompt);
		String correction = said.find() ? said.group(1) : "";
		Matcher objective = OBJECTIVE.matcher(prompt);
		String asked = objective.find() ? objective.group(1) : "";
		ObjectNode reply = JSON.createObjectNode();
		ObjectNode lesson = reply.putArray("lessons").addObject();
		Optional<HouseRule> rule = HouseRule.in(correction);
		Optional<HouseQuestion.Asked> question = HouseQuestion.in(asked);
		boolean errs = this.draws.share(asked + correction, "reflect") < this.competence.reflectsBadly();
		if (rule.isEmpty() || question.isEmpty()) {
			write(lesson, "add", "", "Care", "An objective like this one", wisdom(asked));
			return reply.toString();
		}
		HouseRule kept = errs ? rule.get().mistaken(this.draws.below(3, asked, "mistake")) : rule.get();
		String present = present(prompt, question.get());
		write(lesson, present.isEmpty() ? "add" : "edit", present,
				"The rule of " + question.get().question().name().toLowerCase(Locale.ROOT),
				question.get().question().about(), kept.words(this.draws.below(4, asked, "wording")));
		return reply.toString();
	}

	/** The label of a present lesson about the same. */
	private static String present(String prompt, HouseQuestion.Asked asked) {
		Matcher present = PRESENT.matcher(prompt);
		while (present.find()) {
			if (HouseQuestion.isAbout(present.group(2), asked)) {
				return present.group(1);
			}
		}
		return "";
	}

	/** What sounds wise and says nothing. */
	private String wisdom(String asked) {
		return switch (this.draws.below(3, asked, "wisdom")) {
			case 0 -> "Read the question twice and go on step by step.";
			case 1 -> "Check the result before you give it.";
			default -> "Think about what is really asked.";
		};
	}

	private static void write(ObjectNode lesson, String action, String label, String title, String when,
			String content) {
		lesson.put("action", action)
			.put("lesson", label)
			.put("title", title)
			.put("when", when)
			.put("whenNot", "")
			.put("content", content);
	}

	private record Lesson(String when, String content) {

	}

	/**
	 * How able the model is.
	 *
	 * @param understands how often it understands a word problem
	 * @param slips how often it miscalculates
	 * @param distracted how much more often beside a lesson that does not help
	 * @param reflectsBadly how often it gets a correction wrong
	 */
	public record Competence(double understands, double slips, double distracted, double reflectsBadly) {

		/** What the figures are measured with. */
		public static final Competence USUAL = new Competence(0.7, 0.05, 0.05, 0.3);

	}

}
