package dev.babyagi.evaluation.comparison;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.learning.ExpectedAnswer;
import dev.babyagi.web.Sha256Digest;

/**
 * Files of questions that others have published. None of them is part of this project:
 * whoever has one gives its path and its SHA-256.
 */
enum PublicBenchmark {

	/** {@code test.jsonl} of github.com/openai/grade-school-math. */
	GSM8K('1', "GSM8K"),

	/** A {@code bbh/*.json} of github.com/suzgunmirac/BIG-Bench-Hard. */
	BBH('2', "BIG-Bench-Hard"),

	/** {@code parallelqa_dataset.json} of github.com/SqueezeAILab/LLMCompiler. */
	PARALLELQA('3', "ParallelQA");

	private static final JsonMapper JSON = JsonMapper.shared();

	/**
	 * How far a number of ParallelQA may be off: its sources do not agree on the facts.
	 */
	private static final double TOLERANCE = 0.01;

	private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

	private final char letter;

	private final String title;

	PublicBenchmark(char letter, String title) {
		this.letter = letter;
		this.title = title;
	}

	/** The letter of its set. */
	char letter() {
		return this.letter;
	}

	String title() {
		return this.title;
	}

	/** The option that gives its file. */
	String option() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Reads a file.
	 * @param source its path, {@code @}, and its SHA-256 in hexadecimal digits
	 * @throws IllegalArgumentException if the file is another one
	 */
	List<Question> read(String source) throws IOException {
		int at = source.lastIndexOf('@');
		if (at < 0) {
			throw new IllegalArgumentException("Give the file of " + this.title + " as path@sha256: " + source);
		}
		byte[] bytes = Files.readAllBytes(Path.of(source.substring(0, at)));
		String digest = HexFormat.of().formatHex(Sha256Digest.of(bytes));
		if (!digest.equalsIgnoreCase(source.substring(at + 1))) {
			throw new IllegalArgumentException(
					"The SHA-256 of %s is %s: that is another file".formatted(source.substring(0, at), digest));
		}
		return questions(new String(bytes, StandardCharsets.UTF_8));
	}

	private List<Question> questions(String text) {
		List<Question> questions = new ArrayList<>();
		switch (this) {
			case GSM8K -> text.lines().filter((line) -> !line.isBlank()).map(JSON::readTree).forEach((line) -> {
				String answer = line.path("answer").asString();
				String number = answer.substring(answer.lastIndexOf("####") + 4).strip().replace(",", "");
				questions.add(question(line.path("question"), (said) -> ExpectedAnswer.matches(number, said)));
			});
			case BBH -> JSON.readTree(text)
				.path("examples")
				.forEach((example) -> questions
					.add(question(example.path("input"), endingWith(example.path("target").asString()))));
			case PARALLELQA -> JSON.readTree(text)
				.forEach((entry) -> questions
					.add(question(entry.path("question"), naming(entry.path("answer").asString()))));
		}
		return questions;
	}

	private Question question(JsonNode text, Predicate<String> accepts) {
		return new Question(this.letter, text.asString(), List.of(), accepts);
	}

	private static Predicate<String> endingWith(String target) {
		String expected = words(target);
		return (answer) -> (" " + words(answer)).endsWith(" " + expected);
	}

	/**
	 * A number that is nearly the one expected, or a text that holds the words expected.
	 */
	private static Predicate<String> naming(String expected) {
		if (NUMBER.matcher(expected).matches()) {
			double number = Double.parseDouble(expected);
			return (answer) -> NUMBER.matcher(answer.replace(",", ""))
				.results()
				.reduce((one, next) -> next)
				.filter((last) -> Math.abs(Double.parseDouble(last.group()) - number) <= TOLERANCE * Math.abs(number))
				.isPresent();
		}
		return (answer) -> words(answer).contains(words(expected));
	}

	/** Words without their case and what stands around them. */
	private static String words(String text) {
		return text.strip().toLowerCase(Locale.ROOT).replaceAll("[.*\"']+$", "").strip();
	}

}
