package dev.babyagi.evaluation.comparison;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import dev.babyagi.evaluation.Draws;
import dev.babyagi.evaluation.HouseTeaching;
import dev.babyagi.evaluation.comparison.ServiceContestant.Without;
import dev.babyagi.fake.ResponseScript;

/**
 * Prints the table: the service, the service without one of its parts, and simpler ways
 * to use the same model, over the same questions.
 *
 * <pre class="code">
 * java -Xmx2g -cp ... dev.babyagi.evaluation.comparison.ComparisonTable [--runs=4] [--questions=40] [--sets=ABCDEFGHI]
 *     [--latency=50] [--slips=0.05] [--misreads=0.03] [--base-url=http://127.0.0.1:8000/v1 --model=name]
 *     [--gsm8k=path@sha256] [--bbh=path@sha256] [--parallelqa=path@sha256]
 * </pre>
 */
public final class ComparisonTable {

	private static final int AT_ONCE = 4;

	/** So many questions of each set are asked in a run before, and not counted. */
	private static final int WARM_UP = 8;

	private static final int LABELS = 12;

	private static final int MOST_SAMPLES = 40;

	private static final String SERVICE = "the service";

	private static final String DIRECT = "direct";

	private final Map<String, String> options;

	private final Map<String, Map<Character, Score>> scores = new LinkedHashMap<>();

	private ComparisonTable(Map<String, String> options) {
		this.options = options;
	}

	public static void main(String[] args) throws Exception {
		Map<String, String> options = new LinkedHashMap<>();
		for (String arg : args) {
			String[] parts = arg.substring(2).split("=", 2);
			options.put(parts[0], parts[1]);
		}
		ComparisonTable table = new ComparisonTable(options);
		for (int run = 0; run <= Integer.parseInt(table.option("runs", "4")); run++) {
			table.run(run);
			if (run == 0) {
				table.scores.clear();
			}
		}
		table.print();
		System.exit(0);
	}

	private String option(String name, String otherwise) {
		return this.options.getOrDefault(name, otherwise);
	}

	private void run(int run) throws Exception {
		Map<Character, List<Question>> questions = new LinkedHashMap<>();
		QuestionSets sets = new QuestionSets(run);
		for (char set : option("sets", QuestionSets.LETTERS).toCharArray()) {
			questions.put(set, sets.make(set, (run == 0) ? WARM_UP : Integer.parseInt(option("questions", "40"))));
		}
		for (PublicBenchmark benchmark : PublicBenchmark.values()) {
			if (run > 0 && this.options.containsKey(benchmark.option())) {
				List<Question> all = benchmark.read(option(benchmark.option(), ""));
				questions.put(benchmark.letter(),
						all.subList(0, Math.min(all.size(), Integer.parseInt(option("questions", "40")))));
			}
		}
		chat(run, DIRECT, DirectContestant::new, questions);
		chat(run, "direct with a calculator", CalculatorContestant::new, questions);
		chat(run, "one step after the other", SequentialContestant::new, questions);
		chat(run, "the loop of the first BabyAGI", OriginalLoop::new, questions);
		service(run, SERVICE, Without.NOTHING, questions);
		chat(run, "self-consistency at equal tokens", (chat) -> new DirectContestant(chat, this::samples), questions);
		service(run, "the service without checks", Without.CHECKS, questions);
		service(run, "the service without replanning", Without.REPLAN, questions);
		service(run, "the service without memory", Without.MEMORY, questions);
		service(run, "the service without what it learned", Without.LEARNING, questions);
	}

	/** So many calls of the direct way cost what the service took. */
	private int samples(Question question) {
		double direct = score(DIRECT, question.set()).tokensPerQuestion();
		double service = score(SERVICE, question.set()).tokensPerQuestion();
		return Math.clamp(Math.round(service / direct), 1, MOST_SAMPLES);
	}

	private Score score(String contestant, char set) {
		return score(contestant).computeIfAbsent(set, (letter) -> new Score());
	}

	private Map<Character, Score> score(String contestant) {
		return this.scores.computeIfAbsent(contestant, (name) -> new LinkedHashMap<>());
	}

	private static String title(char set) {
		for (PublicBenchmark benchmark : PublicBenchmark.values()) {
			if (benchmark.letter() == set) {
				return benchmark.title();
			}
		}
		return QuestionSets.NAMES.getOrDefault(set, "");
	}

	private void chat(int run, String name, Function<ChatClient, Contestant> contestant,
			Map<Character, List<Question>> questions) throws Exception {
		try (MeteredEndpoint endpoint = MeteredEndpoint.start(model(run), latency());
				Contestant asked = contestant.apply(new ChatClient(endpoint.baseUrl(), option("model", "solver-1")))) {
			ask(name, asked, endpoint, questions);
		}
	}

	private void service(int run, String name, Without without, Map<Character, List<Question>> questions)
			throws Exception {
		ResponseScript model = (without == Without.CHECKS) ? MeteredEndpoint.withoutChecks(model(run)) : model(run);
		try (MeteredEndpoint endpoint = MeteredEndpoint.start(model, latency());
				ServiceContestant asked = new ServiceContestant(endpoint.baseUrl(), option("model", "solver-1"),
						without)) {
			if (questions.containsKey('I')) {
				asked.teach(new HouseTeaching(new Draws(run), LABELS));
			}
			ask(name, asked, endpoint, questions);
		}
	}

	private ResponseScript model(int run) {
		if (this.options.containsKey("base-url")) {
			return MeteredEndpoint.forwardingTo(option("base-url", ""));
		}
		SolverSkill skill = SolverSkill.USUAL
			.slipping(Double.parseDouble(option("slips", Double.toString(SolverSkill.USUAL.slips()))))
			.misreading(Double.parseDouble(option("misreads", Double.toString(SolverSkill.USUAL.misreads()))));
		return new SimulatedSolver(skill, new Draws(run));
	}

	private Duration latency() {
		return this.options.containsKey("base-url") ? Duration.ZERO
				: Duration.ofMillis(Integer.parseInt(option("latency", "50")));
	}

	private void ask(String name, Contestant contestant, MeteredEndpoint endpoint,
			Map<Character, List<Question>> questions) throws InterruptedException, ExecutionException {
		for (Map.Entry<Character, List<Question>> set : questions.entrySet()) {
			contestant.prepare(set.getValue());
			long calls = endpoint.calls();
			long tokens = endpoint.tokens();
			AtomicLong nanos = new AtomicLong();
			List<Boolean> right = new ArrayList<>();
			try (ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE)) {
				List<Future<Boolean>> answers = new ArrayList<>();
				for (Question question : set.getValue()) {
					answers.add(clients.submit(() -> {
						long start = System.nanoTime();
						String answer = contestant.answer(question);
						nanos.addAndGet(System.nanoTime() - start);
						return question.accepts().test(answer);
					}));
				}
				for (Future<Boolean> answer : answers) {
					right.add(answer.get());
				}
			}
			score(name, set.getKey()).add(right, endpoint.calls() - calls, endpoint.tokens() - tokens, nanos.get());
		}
	}

	private void print() {
		for (char set : score(DIRECT).keySet()) {
			System.out.printf("%n**%s. %s**%n%n", set, title(set));
			System.out.println("| | right (90 % interval) | won, lost against direct | calls | tokens | ms |");
			System.out.println("|---|---|---|---|---|---|");
			this.scores.keySet().forEach((name) -> System.out.println(score(name, set).line(name, score(DIRECT, set))));
		}
	}

}
