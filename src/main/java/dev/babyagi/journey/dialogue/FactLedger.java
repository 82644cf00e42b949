package dev.babyagi.journey.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.babyagi.memory.MemoryDraft.Statement;
import dev.babyagi.reply.OneLine;

/**
 * What was stated in a context and still holds. It finds sentences of an answer that
 * state another value, by fixed rules and without a model: a contradiction that it misses
 * costs less than a false alarm, so it reports only plain sentences, in English and
 * Chinese.
 *
 * @param statements the statements, each about another attribute
 */
public record FactLedger(List<Statement> statements) {

	/** Nothing was stated. */
	public static final FactLedger EMPTY = new FactLedger(List.of());

	/** The longest answer that is read, in characters. */
	private static final int MAX_ANSWER = 50_000;

	private static final int MAX_CONTRADICTIONS = 5;

	private static final int MAX_TEXT = 200;

	/** Points stand in numbers and abbreviations as well. */
	private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=[!?。！？;；])|(?<=\\.)(?=\\s)|\\n");

	public FactLedger {
		statements = List.copyOf(statements);
	}

	/**
	 * Returns a sentence for each statement that an answer contradicts, at most five.
	 * @param answer the answer
	 * @param objective what was wanted: a value that it names may be stated anew
	 */
	public List<String> contradictions(String answer, String objective) {
		if (this.statements.isEmpty()) {
			return List.of();
		}
		List<StatedSentence> sentences = Stream
			.of(BETWEEN_SENTENCES.split(answer.substring(0, Math.min(answer.length(), MAX_ANSWER))))
			.map(StatedSentence::of)
			.flatMap(Optional::stream)
			.toList();
		List<String> contradictions = new ArrayList<>();
		for (Statement statement : this.statements) {
			StatementPattern pattern = new StatementPattern(statement);
			sentences.stream()
				.flatMap((sentence) -> pattern.otherValue(sentence, objective).stream())
				.findFirst()
				.ifPresent((said) -> contradictions.add(sentence(statement, said)));
		}
		return contradictions.stream().limit(MAX_CONTRADICTIONS).toList();
	}

	private static String sentence(Statement statement, String said) {
		return "It was stated that the %s of %s is %s, but the answer says %s".formatted(
				OneLine.of(statement.attribute(), MAX_TEXT), OneLine.of(statement.subject(), MAX_TEXT),
				OneLine.of(statement.value(), MAX_TEXT), OneLine.of(said, MAX_TEXT));
	}

}
