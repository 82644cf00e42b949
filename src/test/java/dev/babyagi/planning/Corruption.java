package dev.babyagi.planning;

import java.util.List;
import java.util.Random;

/**
 * The ways in which models get a plan wrong. Each takes a good reply and a source of
 * chance.
 */
public enum Corruption {

	FENCED,

	TRAILING_COMMAS,

	BROKEN_OFF,

	SINGLE_QUOTES,

	PYTHON,

	LINE_ENDS_INSIDE,

	QUOTES_INSIDE,

	COMMENTED,

	MISSPELT_TOOL,

	UNKNOWN_TOOL,

	NO_INPUTS,

	RECALLING,

	UNKNOWN_ASSIGNMENT,

	NO_INSTRUCTIONS,

	DOUBLE_IDS,

	CYCLE,

	SELF_EDGE,

	DANGLING,

	ALIASES,

	NUMERIC_IDS,

	LOST_LETTER,

	LOST_LETTERS,

	SAID_TWICE,

	WRAPPED,

	BARE_ARRAY,

	AN_ANSWER,

	A_REFUSAL,

	A_LIST,

	A_PAGE,

	NOTHING;

	String corrupt(String reply, Random random) {
		return switch (this) {
			case FENCED -> "Sure! Here is the plan:\n```json\n" + reply + "\n```\nLet me know.";
			case TRAILING_COMMAS -> reply.replace("}]", "},]").replace("\"}}", "\",}}");
			case BROKEN_OFF -> reply.substring(0, random.nextInt(reply.length()));
			case SINGLE_QUOTES -> reply.replace('"', '\'');
			case PYTHON -> reply.replace("null", "None").replace("false", "False");
			case LINE_ENDS_INSIDE -> reply.replace("Work on", "Work\non");
			case QUOTES_INSIDE -> reply.replace("Work on", "Work \"hard\" on");
			case COMMENTED -> reply.replace("\"tasks\"", "// the tasks\n\"tasks\"");
			case MISSPELT_TOOL -> reply.replace("\"calculator\"", "\"calculater\"");
			case UNKNOWN_TOOL -> reply.replace("\"calculator\"", "\"web_browser\"");
			case NO_INPUTS -> reply.replace("\"expression\"", "\"expr\"");
			case RECALLING -> reply.replace("\"think\"", "\"recall\"");
			case UNKNOWN_ASSIGNMENT -> reply.replace("\"think\"", "\"ponder\"");
			case NO_INSTRUCTIONS -> reply.replace("\"instruction\"", "\"description\"");
			case DOUBLE_IDS -> reply.replace("\"id\":\"t2\"", "\"id\":\"t1\"");
			case CYCLE -> reply.replaceFirst("\"dependsOn\":\\[\\]", "\"dependsOn\":[\"t2\",\"t3\"]");
			case SELF_EDGE -> reply.replaceFirst("\"dependsOn\":\\[\\]", "\"dependsOn\":[\"t1\"]");
			case DANGLING -> reply.replaceFirst("\"dependsOn\":\\[\\]", "\"dependsOn\":[\"t77\"]");
			case ALIASES -> reply.replace("${t1.output}", "$1").replace("${t2.output}", "#E2");
			case NUMERIC_IDS -> reply.replaceAll("\"id\":\"t([0-9]+)\"", "\"id\":$1");
			case LOST_LETTER -> without(reply, random.nextInt(reply.length()));
			case LOST_LETTERS -> {
				String lossy = reply;
				for (int lost = 0; lost < 5; lost++) {
					lossy = without(lossy, random.nextInt(lossy.length()));
				}
				yield lossy;
			}
			case SAID_TWICE -> reply + "\n\n" + reply;
			case WRAPPED -> "{\"plan\":" + reply + "}";
			case BARE_ARRAY -> reply.substring(reply.indexOf('['), reply.lastIndexOf(']') + 1);
			case AN_ANSWER -> "{\"answer\":\"The answer is 42.\"}";
			case A_REFUSAL -> "I'm sorry, but I can't help with that.";
			case A_LIST -> "1. Look it up\n2. Work it out\n3. Write it down";
			case A_PAGE -> "<!doctype html><html><body><h1>502 Bad Gateway</h1></body></html>";
			case NOTHING -> "";
		};
	}

	public static String any(String reply, Random random) {
		List<Corruption> all = List.of(values());
		return all.get(random.nextInt(all.size())).corrupt(reply, random);
	}

	private static String without(String text, int at) {
		return text.substring(0, at) + text.substring(at + 1);
	}

}
