package dev.babyagi.language.openai.wire;

import java.util.List;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

import dev.babyagi.reply.StorableText;

/**
 * Removes from a reply what the model's template or server left in it and no reader
 * wants: thinking, channels other than the final one, tokens that end a turn, and
 * characters that a database does not store. If nothing else was sent, nothing is left.
 */
public final class ReplyMarkup {

	static final List<String> THINKING_TAGS = List.of("think", "thinking", "reasoning");

	/** The final channel of the harmony format, in its tokens. */
	static final Pattern FINAL_CHANNEL = Pattern
		.compile("<\\|channel\\|>\\s*final\\b[^<]*(?:<\\|constrain\\|>[^<]*)?<\\|message\\|>");

	static final List<String> CHANNEL_OPENINGS = List.of("<|channel|>", "<|start|>");

	/** The same where a server dropped the tokens and kept the names of channels. */
	private static final String NAKED_FINAL = "assistantfinal";

	static final Pattern NAKED_FINAL_CHANNEL = Pattern.compile(NAKED_FINAL);

	static final String NAKED_ANALYSIS = "analysis";

	/**
	 * The tokens that end a turn, at the end or where the model wrote the next turn too.
	 */
	private static final Pattern TURN_END = Pattern
		.compile("(?:(?:<\\|(?:im_end|eot_id|eom_id|end|endoftext|end_of_text"
				+ "|return|call|EOT|eos)\\|>|<(?:end_of_turn|eos)>|</s>|<｜end▁of▁sentence｜>)\\s*)+"
				+ "(?:$|<\\|(?:im_start|start|start_header_id)\\|>|<start_of_turn>)");

	private ReplyMarkup() {
	}

	public static String stripped(String text) {
		return StorableText.of(withoutTurnEnd(finalChannel(withoutThinking(text))));
	}

	private static String withoutThinking(String text) {
		String reply = text.stripLeading();
		for (String tag : THINKING_TAGS) {
			if (reply.startsWith("<" + tag + ">")) {
				return after("</" + tag + ">", reply);
			}
		}
		return openedInTheTemplate(text);
	}

	/**
	 * Some chat templates write the opening tag themselves, so that the reply has only
	 * the closing one.
	 */
	private static String openedInTheTemplate(String text) {
		int end = text.indexOf("</think>\n");
		return (end < 0 || text.contains("<think>")) ? text : after("</think>", text);
	}

	private static String after(String closing, String reply) {
		int end = reply.indexOf(closing);
		return (end < 0) ? "" : reply.substring(end + closing.length()).stripLeading();
	}

	private static String finalChannel(String text) {
		String begin = text.stripLeading();
		if (CHANNEL_OPENINGS.stream().anyMatch(begin::startsWith)) {
			Matcher matcher = FINAL_CHANNEL.matcher(text);
			int end = -1;
			while (matcher.find()) {
				end = matcher.end();
			}
			return (end < 0) ? "" : text.substring(end);
		}
		int end = text.lastIndexOf(NAKED_FINAL);
		return (begin.startsWith(NAKED_ANALYSIS) && end >= 0)
				? text.substring(end + NAKED_FINAL.length()).stripLeading() : text;
	}

	static String withoutTurnEnd(String text) {
		Matcher matcher = TURN_END.matcher(text);
		boolean opened = text.contains("<s>");
		int from = 0;
		while (matcher.find(from)) {
			if (!(opened && matcher.group().startsWith("</s>"))) {
				return text.substring(0, matcher.start());
			}
			from = matcher.start() + 1;
		}
		return text;
	}

}
