package dev.babyagi.language.openai;

import java.util.List;

/**
 * Removes the thinking from a reply that begins with it, as reasoning models on plain
 * servers send it. If the section never ends, nothing is left.
 */
final class ThinkingSections {

	private static final List<String> TAGS = List.of("think", "thinking", "reasoning");

	private ThinkingSections() {
	}

	static String stripped(String text) {
		String reply = text.stripLeading();
		for (String tag : TAGS) {
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

}
