package dev.babyagi.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;

import dev.babyagi.evaluation.HouseQuestion.Asked;
import dev.babyagi.evaluation.LearningModel.Competence;
import dev.babyagi.fake.FakeEndpoint;

/**
 * What lessons from feedback bring. Houses have rules that nobody outside can know. The
 * same unseen questions are asked before and after five corrections for each house, of
 * which one in five is wrong; then with placebos of equal length, with the lessons of
 * other houses, and with all lessons deleted. Then a rule is reversed, and at last
 * problems are asked that no rule would help with.
 *
 * <pre class="code">
 * java -Xmx2g -cp ... dev.babyagi.evaluation.LearningEffect [--runs=7] [--houses=8] [--questions=10] [--labels=12]
 *     [--errs=0.3] [--slips=0.05] [--base-url=http://127.0.0.1:8000/v1 --model=name]
 * </pre>
 */
public final class LearningEffect {

	/** So many right answers in a row mean that a new rule is known. */
	private static final int RECOVERED = 5;

	private static final int MOST_UNTIL_RECOVERY = 120;

	private static final String PLACEBO = "Keep calm and take the time that you need, as all who work here always do when they can. ";

	private final Map<String, String> options;

	private final Map<String, PairedRuns> conditions = new LinkedHashMap<>();

	private final List<String> recoveries = new ArrayList<>();

	private int proposed;

	private int admitted;

	private int unruledProposed;

	private int unruledAdmitted;

	private long learningTokens;

	private int learningCalls;

	private long liveTokens;

	private int liveCalls;

	private int objectives;

	private LearningEffect(Map<String, String> options) {
		this.options = options;
	}

	public static void main(String[] args) {
		Map<String, String> options = new LinkedHashMap<>();
		for (String arg : args) {
			String[] parts = arg.substring(2).split("=", 2);
			options.put(parts[0], parts[1]);
		}
		of(options);
		System.exit(0);
	}

	/** Measures and prints. */
	static LearningEffect of(Map<String, String> options) {
		LearningEffect effect = new LearningEffect(options);
		for (int run = 1; run <= effect.number("runs", 7); run++) {
			effect.run(run);
			effect.print(run);
		}
		return effect;
	}

	PairedRuns condition(String name) {
		return Objects.requireNonNull(this.conditions.get(name), name);
	}

	/** How much of what was proposed where there is no rule was admitted, in per cent. */
	double unruledAdmitted() {
		return percent(this.unruledAdmitted, this.unruledProposed);
	}

	int unruledProposed() {
		return this.unruledProposed;
	}

	private int number(String option, int otherwise) {
		return Integer.parseInt(this.options.getOrDefault(option, Integer.toString(otherwise)));
	}

	private double share(String option, double otherwise) {
		return Double.parseDouble(this.options.getOrDefault(option, Double.toString(otherwise)));
	}

	private void run(int run) {
		Draws draws = new Draws(run);
		Competence usual = Competence.USUAL;
		Competence competence = new Competence(usual.understands(), share("slips", usual.slips()), usual.distracted(),
				share("errs", usual.reflectsBadly()));
		String baseUrl = this.options.get("base-url");
		if (baseUrl != null) {
			measure(draws, baseUrl, this.options.getOrDefault("model", "default"));
			return;
		}
		try (FakeEndpoint endpoint = FakeEndpoint.start(new LearningModel(competence, draws))) {
			endpoint.ledger().forgetBodies();
			measure(draws, endpoint.baseUrl(), "learning-1");
		}
	}

	private void measure(Draws draws, String baseUrl, String model) {
		try (ServiceBed bed = ServiceBed.start(baseUrl, model)) {
			houses(draws, bed);
		}
		if (number("houses", HouseQuestion.values().length) == HouseQuestion.values().length) {
			try (ServiceBed bed = ServiceBed.start(baseUrl, model)) {
				reverse(draws, bed);
			}
			try (ServiceBed bed = ServiceBed.start(baseUrl, model)) {
				unruled(draws, bed);
			}
		}
	}

	private List<HouseQuestion> houses() {
		return List.of(HouseQuestion.values()).subList(0, number("houses", HouseQuestion.values().length));
	}

	private HouseTeaching teaching(Draws draws) {
		return new HouseTeaching(draws, number("labels", 12));
	}

	private void houses(Draws draws, ServiceBed bed) {
		HouseTeaching teaching = teaching(draws);
		askAll("before", teaching, bed);
		for (HouseQuestion house : houses()) {
			teaching.teach(bed, house, teaching.rule(house));
		}
		bed.awaitLearned();
		askAll("after 5 corrections", teaching, bed);
		count(bed);
		List<JsonNode> active = bed.lessons("active");
		active.forEach((lesson) -> bed.rewrite(lesson, placebo(lesson)));
		askAll("placebo", teaching, bed);
		for (JsonNode lesson : active) {
			other(lesson, active).ifPresent((other) -> bed.rewrite(lesson, other.path("content").asString()));
		}
		askAll("shuffled", teaching, bed);
		for (String state : List.of("active", "candidate", "retired")) {
			bed.lessons(state).forEach(bed::delete);
		}
		askAll("deleted", teaching, bed);
	}

	/** The next lesson of another house. */
	private static Optional<JsonNode> other(JsonNode lesson, List<JsonNode> all) {
		int at = all.indexOf(lesson);
		return IntStream.range(1, all.size())
			.mapToObj((step) -> all.get((at + step) % all.size()))
			.filter((next) -> !next.path("when").equals(lesson.path("when")))
			.findFirst();
	}

	private static String placebo(JsonNode lesson) {
		int length = lesson.path("content").asString().length();
		return PLACEBO.repeat(10).substring(0, length).strip() + ".";
	}

	private void askAll(String condition, HouseTeaching teaching, ServiceBed bed) {
		PairedRuns runs = this.conditions.computeIfAbsent(condition, (name) -> new PairedRuns());
		for (HouseQuestion house : houses()) {
			HouseRule rule = teaching.rule(house);
			for (int number = 0; number < number("questions", 10); number++) {
				Asked asked = teaching.asked(house, "unseen " + number);
				runs.add(HouseTeaching.isRight(bed.ask(asked.text()), rule.of(asked.one(), asked.other())));
			}
		}
	}

	private void count(ServiceBed bed) {
		JsonNode counts = bed.learning().path("lessons");
		this.proposed += counts.path("candidate").asInt() + counts.path("active").asInt()
				+ counts.path("retired").asInt();
		this.admitted += counts.path("active").asInt();
		for (JsonNode spent : bed.learning().path("spent")) {
			this.learningCalls += spent.path("modelCalls").asInt();
			this.learningTokens += spent.path("inputTokens").asLong() + spent.path("outputTokens").asLong();
		}
		this.liveCalls += bed.liveCalls();
		this.liveTokens += bed.liveTokens();
		this.objectives += bed.objectives();
	}

	/** Reverses the rule of one house that is known, and corrects what is wrong. */
	private void reverse(Draws draws, ServiceBed bed) {
		HouseQuestion house = HouseQuestion.CRANE;
		HouseTeaching teaching = teaching(draws);
		HouseRule old = teaching.rule(house);
		teaching.teach(bed, house, old);
		bed.awaitLearned();
		boolean known = !bed.lessons("active").isEmpty();
		HouseRule reversed = new HouseRule(old.second() + 1, old.first() + 2, old.besides());
		int inARow = 0;
		int asked = 0;
		while (inARow < RECOVERED && asked < MOST_UNTIL_RECOVERY) {
			Asked question = teaching.asked(house, "reversed " + asked);
			JsonNode objective = bed.ask(question.text());
			int expected = reversed.of(question.one(), question.other());
			boolean right = HouseTeaching.isRight(objective, expected);
			inARow = right ? inARow + 1 : 0;
			asked++;
			bed.feedback(objective, Integer.toString(expected),
					right ? null : reversed.words(draws.below(4, question.text(), "words")), null);
			bed.awaitLearned();
		}
		this.recoveries.add((known ? "" : "(never known) ")
				+ ((inARow == RECOVERED) ? Integer.toString(asked - RECOVERED) : "more than " + (asked - RECOVERED)));
	}

	/** Problems without any rule: nothing that is proposed can help. */
	private void unruled(Draws draws, ServiceBed bed) {
		for (int number = 0; number < 24; number++) {
			for (int kind = 0; kind < WordProblem.KINDS; kind++) {
				WordProblem problem = WordProblem.of(kind, 3 + draws.below(30, kind + " " + number, "one"),
						3 + draws.below(30, kind + " " + number, "other"));
				JsonNode objective = bed.ask(problem.text());
				boolean right = HouseTeaching.isRight(objective, problem.answer());
				bed.feedback(objective, Integer.toString(problem.answer()), null,
						right ? null : "That is not right, think again");
			}
		}
		bed.awaitLearned();
		JsonNode counts = bed.learning().path("lessons");
		this.unruledProposed += counts.path("candidate").asInt() + counts.path("active").asInt()
				+ counts.path("retired").asInt();
		this.unruledAdmitted += counts.path("active").asInt();
	}

	private void print(int run) {
		PairedRuns before = this.conditions.values().iterator().next();
		System.out.printf("%n%d runs, %s%n", run, this.options);
		this.conditions.forEach((condition, runs) -> System.out.println(runs.line(condition, before)));
		System.out.printf(Locale.ROOT,
				"lessons proposed %d, active %d; learning %d calls, %d tokens; "
						+ "%d objectives with %d calls, %d tokens; learning is %.1f %% of all tokens%n",
				this.proposed, this.admitted, this.learningCalls, this.learningTokens, this.objectives, this.liveCalls,
				this.liveTokens, percent(this.learningTokens, this.learningTokens + this.liveTokens));
		if (!this.recoveries.isEmpty()) {
			System.out
				.println("objectives until five in a row are right after the rule is reversed: " + this.recoveries);
			System.out.printf(Locale.ROOT, "no rule to learn: lessons proposed %d, admitted %d (%.1f %%)%n",
					this.unruledProposed, this.unruledAdmitted, percent(this.unruledAdmitted, this.unruledProposed));
		}
	}

	private static double percent(long part, long whole) {
		return (whole > 0) ? BigDecimal.valueOf(100.0 * part / whole).doubleValue() : 0;
	}

}
