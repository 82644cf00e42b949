package dev.babyagi.reply;

import java.util.List;
import java.util.Locale;

/**
 * Recognizes a refusal by how it begins.
 */
public final class RefusalDetector {

	/** A longer text contains an answer, however it begins. */
	private static final int MAX_LENGTH = 600;

	private static final List<String> OPENINGS = List.of("as an ai ", "as an ai,", "as a language model",
			"as a large language model", "i apologize, but i", "i apologise, but i", "i must decline",
			"i'm not able to", "i am not able to", "i'm unable to", "i am unable to", "i won't", "i will not", "作为一个ai",
			"作为ai", "作为一个人工智能", "作为人工智能");

	private static final List<String> CANNOT = List.of("i cannot", "i can't", "i can not", "我不能", "我无法", "我没办法",
			"无法提供");

	private static final List<String> HELP = List.of("help", "assist", "comply", "provide", "answer", "fulfil",
			"do that", "complete", "access", "determine", "engage", "support", "create", "generate", "perform", "回答",
			"提供", "帮助", "协助", "完成", "满足", "处理");

	private static final List<String> SORRY = List.of("i'm sorry, but ", "i'm sorry. ", "i am sorry, but ",
			"sorry, but ", "sorry, ", "i'm sorry, ", "unfortunately, ", "很抱歉，", "很抱歉,", "抱歉，", "抱歉,", "对不起，", "对不起,");

	private RefusalDetector() {
	}

	public static boolean is(String reply) {
		String text = OneLine.of(reply).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
		if (text.length() > MAX_LENGTH) {
			return false;
		}
		String opening = SORRY.stream()
			.filter(text::startsWith)
			.findFirst()
			.map((sorry) -> text.substring(sorry.length()))
			.orElse(text);
		return OPENINGS.stream().anyMatch(opening::startsWith) || cannotHelp(opening);
	}

	private static boolean cannotHelp(String opening) {
		return CANNOT.stream().anyMatch(opening::startsWith) && HELP.stream().anyMatch(opening::contains);
	}

}
