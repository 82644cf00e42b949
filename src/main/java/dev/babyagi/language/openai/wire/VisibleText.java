package dev.babyagi.language.openai.wire;

import java.util.LinkedHashMap;
import java.util.Map;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

import dev.babyagi.reply.StorableText;

/**
 * Does piece by piece what {@link ReplyMarkup} does with a whole reply: passes the text
 * on without thinking, channels and tokens that end a turn. What could be the beginning
 * of these is held until the next piece tells.
 */
final class VisibleText {

	/** What hides the beginning of a reply, and where that ends. */
	private static final Map<String, Pattern> HIDDEN = hidden();

	/** The end of thinking that the chat template began. */
	private static final String UNOPENED_END = "</think>\n";

	/** Longer than each of these ends. */
	private static final int LONGEST_END = 256;

	/** Tags or tokens at the end of the text, the last one maybe not complete. */
	private static final Pattern TAGS = Pattern
		.compile("(?:<[|｜/]?[A-Za-z_▁]{0,20}[|｜]?>\\s*)*(?:<[|｜/]?[A-Za-z_▁]{0,20}[|｜]?)?$");

	private final ReplyObserver observer;

	private final StringBuilder held = new StringBuilder();

	private Stage stage = Stage.OPENING;

	private Pattern end = ReplyMarkup.FINAL_CHANNEL;

	private boolean thoughtful;

	VisibleText(ReplyObserver observer) {
		this.observer = observer;
	}

	private static Map<String, Pattern> hidden() {
		Map<String, Pattern> hidden = new LinkedHashMap<>();
		for (String tag : ReplyMarkup.THINKING_TAGS) {
			hidden.put("<" + tag + ">", Pattern.compile("</" + tag + ">"));
		}
		for (String opening : ReplyMarkup.CHANNEL_OPENINGS) {
			hidden.put(opening, ReplyMarkup.FINAL_CHANNEL);
		}
		hidden.put(ReplyMarkup.NAKED_ANALYSIS, ReplyMarkup.NAKED_FINAL_CHANNEL);
		return hidden;
	}

	void add(String piece) {
		int before = this.held.length();
		this.held.append(piece);
		if (this.stage == Stage.OPENING) {
			open();
		}
		if (this.stage == Stage.HIDDEN) {
			skip(Math.max(0, before - LONGEST_END));
		}
		if (this.stage == Stage.GAP) {
			closeGap();
		}
		if (this.stage == Stage.SHOWN) {
			show();
		}
	}

	private void open() {
		String begin = this.held.toString().stripLeading();
		for (Map.Entry<String, Pattern> opening : HIDDEN.entrySet()) {
			if (begin.startsWith(opening.getKey())) {
				this.end = opening.getValue();
				this.stage = Stage.HIDDEN;
				return;
			}
		}
		if (HIDDEN.keySet().stream().noneMatch((opening) -> opening.startsWith(begin))) {
			this.stage = Stage.SHOWN;
		}
	}

	private void skip(int from) {
		Matcher matcher = this.end.matcher(this.held);
		if (matcher.find(from)) {
			this.held.delete(0, matcher.end());
			this.thoughtful = true;
			this.stage = Stage.GAP;
		}
	}

	private void closeGap() {
		String rest = this.held.toString().stripLeading();
		this.held.setLength(0);
		this.held.append(rest);
		if (!rest.isEmpty()) {
			this.stage = Stage.SHOWN;
		}
	}

	private void show() {
		this.thoughtful |= this.held.indexOf("<think>") >= 0;
		int unopened = this.thoughtful ? -1 : this.held.indexOf(UNOPENED_END);
		if (unopened >= 0) {
			this.observer.obsolete();
			this.held.delete(0, unopened + UNOPENED_END.length());
			this.thoughtful = true;
			this.stage = Stage.GAP;
			add("");
			return;
		}
		String text = this.held.toString();
		int known = (text.indexOf('<') < 0) ? text.length() : beginOfTags(text);
		boolean split = known > 0 && Character.isHighSurrogate(text.charAt(known - 1));
		pass(text.substring(0, split ? known - 1 : known));
	}

	private static int beginOfTags(String text) {
		String turn = ReplyMarkup.withoutTurnEnd(text);
		Matcher tags = TAGS.matcher(turn);
		return tags.find() ? tags.start() : turn.length();
	}

	private void pass(String text) {
		this.held.delete(0, text.length());
		String storable = StorableText.of(text);
		if (!storable.isEmpty()) {
			this.observer.text(storable);
		}
	}

	/** Passes on what was held, because the reply has ended. */
	void end() {
		boolean shown = this.stage == Stage.SHOWN || this.stage == Stage.OPENING
				|| (this.stage == Stage.HIDDEN && this.end.equals(ReplyMarkup.NAKED_FINAL_CHANNEL));
		String rest = shown ? ReplyMarkup.withoutTurnEnd(this.held.toString()) : "";
		if (!rest.isBlank()) {
			pass(rest);
		}
	}

	private enum Stage {

		/** It is not known yet whether something hides the beginning. */
		OPENING,

		/** Thinking, or a channel that is not final. */
		HIDDEN,

		/** White space after it. */
		GAP,

		/** The reply. */
		SHOWN

	}

}
