package dev.babyagi.journey.dialogue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.integration.Answer;
import dev.babyagi.language.Excerpt;
import dev.babyagi.language.TokenEstimate;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.ObjectiveState;

/**
 * An earlier objective, as a later one is shown it.
 *
 * @param id its id
 * @param at when it was accepted
 * @param objective what was wanted, in the client's words
 * @param answer what was answered, or {@code null} if nothing was
 * @param state its state
 */
public record DialogueRound(ObjectiveId id, Instant at, String objective, @Nullable String answer,
		ObjectiveState state) {

	private static final Pattern LINE_BREAK = Pattern.compile("\\R");

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	public static DialogueRound of(Objective objective, JsonMapper json) {
		String result = objective.result();
		return new DialogueRound(objective.id(), objective.createdAt(), objective.text(),
				(result != null) ? Answer.fromJson(json.readTree(result)).text() : null, objective.state());
	}

	/** An instant as prompts show it, to the minute. */
	public static String date(Instant instant) {
		return MINUTE.format(instant);
	}

	/**
	 * The newest rounds that fit as a whole, and the newest in any case.
	 * @param newestFirst the rounds
	 * @param tokens the most tokens of all of them, with their answers
	 */
	public static List<DialogueRound> fitting(List<DialogueRound> newestFirst, int tokens) {
		int room = tokens;
		int fitting = 0;
		for (DialogueRound round : newestFirst) {
			room -= TokenEstimate.in(round.text(true)) + 1;
			if (room < 0 && fitting > 0) {
				break;
			}
			fitting++;
		}
		return newestFirst.subList(0, fitting);
	}

	/**
	 * The text of the newest rounds that fit as a whole, oldest first. If not even the
	 * newest one fits, its beginning.
	 * @param newestFirst the rounds
	 * @param tokens the most tokens
	 * @param answers whether answers are shown as well
	 */
	public static String newest(List<DialogueRound> newestFirst, int tokens, boolean answers) {
		Deque<String> shown = new ArrayDeque<>();
		int room = tokens;
		for (DialogueRound round : newestFirst) {
			String text = round.text(answers);
			int size = TokenEstimate.in(text) + 1;
			if (size > room && shown.isEmpty()) {
				return Excerpt.of(text, room).text();
			}
			if (size > room) {
				break;
			}
			room -= size;
			shown.addFirst(text);
		}
		return String.join("\n\n", shown);
	}

	/** Only labels begin at the margin, so that no text can pass for another round. */
	private static String indented(String text) {
		return LINE_BREAK.matcher(text).replaceAll("\n  ");
	}

	/** The round in words: its date, what was wanted, and perhaps the answer. */
	String text(boolean answers) {
		String said = "[" + date(this.at) + "] User: " + indented(this.objective);
		if (!answers) {
			return said;
		}
		String outcome = (this.answer != null) ? "Answer: " + indented(this.answer)
				: "No answer (" + this.state.name().toLowerCase(Locale.ROOT) + ")";
		return said + "\n" + outcome;
	}

}
