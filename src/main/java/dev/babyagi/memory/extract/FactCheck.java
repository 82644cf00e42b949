package dev.babyagi.memory.extract;

import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.babyagi.memory.MemoryDraft;
import dev.babyagi.memory.MemoryDraft.Statement;
import dev.babyagi.memory.MemoryKind;
import dev.babyagi.memory.MemoryTrust;
import dev.babyagi.reply.TextNumbers;

/**
 * Checks whether a fact that a model reported stands in the text it was taken from. What
 * an answer repeats from a recalled memory is no new fact.
 */
final class FactCheck {

	private static final double IMPORTANCE = 0.5;

	private static final int LONGEST_NAME = 200;

	private static final int LONGEST_VALUE = 500;

	private static final int LONGEST_QUOTE = 1000;

	/** From this character on, Unicode has scripts without spaces. */
	private static final char FIRST_WITHOUT_SPACES = 0x2E80;

	private static final Logger log = LoggerFactory.getLogger(FactCheck.class);

	private final ExtractionSource source;

	private final String said;

	private final String answer;

	FactCheck(ExtractionSource source) {
		this.source = source;
		this.said = FoldedWords.of(source.said());
		this.answer = FoldedWords.of(source.answer());
	}

	/** Returns what is to be remembered of a fact; nothing if it does not hold. */
	Optional<MemoryDraft> draft(ReportedFact fact) {
		return trust(fact).filter((trust) -> isSound(fact)).map((trust) -> draft(fact, trust)).filter(this::isNoSecret);
	}

	private boolean isNoSecret(MemoryDraft draft) {
		Optional<String> secret = draft.secretKind();
		secret.ifPresent((kind) -> log.info("A fact from {} looks like a secret ({}) and is left out",
				this.source.work(), kind));
		return secret.isEmpty();
	}

	/** How far a fact can be trusted: as far as the words that say it. */
	private Optional<MemoryTrust> trust(ReportedFact fact) {
		String quote = FoldedWords.of(fact.quote());
		if (fact.quote().isEmpty() || fact.quote().length() > LONGEST_QUOTE) {
			return Optional.empty();
		}
		if (holds(this.said, quote)) {
			return Optional.of(this.source.saidTrust());
		}
		return (holds(this.answer, quote) && !isRecalled(fact)) ? Optional.of(this.source.answerTrust())
				: Optional.empty();
	}

	private boolean isRecalled(ReportedFact fact) {
		String value = FoldedWords.of(fact.value());
		return this.source.recalled().stream().map(FoldedWords::of).anyMatch((text) -> holds(text, value));
	}

	/** The value must stand in the quote. */
	private static boolean isSound(ReportedFact fact) {
		return isName(fact.subject()) && isName(fact.attribute()) && fact.value().length() <= LONGEST_VALUE
				&& QuotedValue.isIn(fact.quote(), fact.value());
	}

	private static boolean isName(String name) {
		return !name.isEmpty() && name.length() <= LONGEST_NAME;
	}

	private MemoryDraft draft(ReportedFact fact, MemoryTrust trust) {
		MemoryKind kind = fact.kind().equalsIgnoreCase("preference") ? MemoryKind.PREFERENCE : MemoryKind.FACT;
		return new MemoryDraft(sentence(fact), kind, trust, this.source.contextId(),
				new Statement(fact.subject(), fact.attribute(), fact.value()), IMPORTANCE, this.source.objectiveId(),
				this.source.validFrom(), null, Map.of("quote", fact.quote()));
	}

	/**
	 * The sentence of the model, if it holds the value and no number that the quote does
	 * not hold.
	 */
	private static String sentence(ReportedFact fact) {
		String text = fact.text();
		boolean faithful = !text.isEmpty() && text.length() <= LONGEST_VALUE
				&& holds(FoldedWords.of(text), FoldedWords.of(fact.value()))
				&& TextNumbers.in(fact.quote()).containsAll(TextNumbers.in(text));
		return faithful ? text : "%s: %s: %s".formatted(fact.subject(), fact.attribute(), fact.value());
	}

	/** Whether folded words hold others, not beginning or ending within a word. */
	static boolean holds(String text, String part) {
		for (int at = text.indexOf(part); at >= 0 && !part.isEmpty(); at = text.indexOf(part, at + 1)) {
			int end = at + part.length();
			if (!isWithinWord(text, at) && !isWithinWord(text, end)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isWithinWord(String text, int at) {
		return at > 0 && at < text.length() && isWordPart(text.charAt(at - 1)) && isWordPart(text.charAt(at));
	}

	private static boolean isWordPart(char sign) {
		return sign < FIRST_WITHOUT_SPACES && Character.isLetterOrDigit(sign);
	}

}
