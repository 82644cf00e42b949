package dev.babyagi.planning;

import java.util.Locale;
import java.util.Set;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * Decides by fixed rules, without a model, whether an objective is one step. It is if it
 * has one sentence with one imperative or question, no list, and no word that joins or
 * compares.
 */
final class OneStepClassifier {

	private static final Pattern JOINING = Pattern
		.compile("(?i)\\bthen\\b|\\bcompar(?:e|es|ed|ing|ison)\\b|然后|再|并且|比较");

	private static final Pattern LIST = Pattern.compile(
			"(?m)^\\s*(?:[-*•]|[0-9]{1,3}[.)、]|\\(?[a-z0-9]\\))\\s|\\([1-9]\\).*\\(2\\)|[;；]|、.*、|,[^,]*,.*\\b(?:and|or)\\b");

	private static final Pattern SENTENCE_END = Pattern
		.compile("[.!?]+[\"')\\]”’]*\\s+|[。！？]+[”’」』]*\\s*|\\n\\s*\\n|\\n");

	private static final Pattern JOINED_WORD = Pattern
		.compile("(?i)(?:\\band\\s+|,\\s*)(?:also\\s+|finally\\s+)?([a-z]+)\\b");

	private static final Set<String> OPENINGS = Set.of("add", "analyse", "analyze", "answer", "assess", "build",
			"calculate", "check", "choose", "classify", "collect", "compute", "convert", "count", "create", "decide",
			"define", "describe", "design", "determine", "draft", "draw", "estimate", "evaluate", "explain", "extract",
			"find", "generate", "give", "identify", "list", "make", "name", "outline", "pick", "plan", "prepare",
			"produce", "propose", "rank", "recommend", "report", "research", "review", "rewrite", "say", "search",
			"select", "send", "show", "solve", "sort", "state", "suggest", "summarise", "summarize", "tell", "test",
			"translate", "use", "verify", "write", "how", "what", "when", "where", "which", "who", "why");

	private static final Set<String> ABBREVIATIONS = Set.of("e.g", "i.e", "etc", "mr", "mrs", "ms", "dr", "prof", "st",
			"vs", "no", "approx", "inc", "ltd", "co", "u.s", "u.k", "a.m", "p.m", "jr", "sr", "fig", "cf");

	private OneStepClassifier() {
	}

	static PlanningRoute decide(PlanRequest request) {
		return switch (request.mode()) {
			case DIRECT -> PlanningRoute.DIRECT;
			case PLAN -> PlanningRoute.PLAN;
			case AUTO -> isOneStep(request.objective().strip()) ? PlanningRoute.DIRECT : PlanningRoute.PLAN;
		};
	}

	private static boolean isOneStep(String objective) {
		return !JOINING.matcher(objective).find() && !LIST.matcher(objective).find() && isOneSentence(objective)
				&& !asksTwice(objective);
	}

	private static boolean isOneSentence(String objective) {
		Matcher end = SENTENCE_END.matcher(objective);
		while (end.find()) {
			if (end.end() < objective.length() && !isAbbreviation(objective, end.start())) {
				return false;
			}
		}
		return true;
	}

	/** Whether the full stop at this position belongs to the word before it. */
	private static boolean isAbbreviation(String objective, int stop) {
		if (objective.charAt(stop) != '.') {
			return false;
		}
		int start = stop;
		while (start > 0 && !Character.isWhitespace(objective.charAt(start - 1)) && stop - start < 10) {
			start--;
		}
		String word = objective.substring(start, stop).toLowerCase(Locale.ROOT);
		return ABBREVIATIONS.contains(word) || (word.length() == 1 && Character.isLetter(word.charAt(0)));
	}

	private static boolean asksTwice(String objective) {
		Matcher joined = JOINED_WORD.matcher(objective);
		while (joined.find()) {
			if (OPENINGS.contains(joined.group(1).toLowerCase(Locale.ROOT))) {
				return true;
			}
		}
		return false;
	}

}
