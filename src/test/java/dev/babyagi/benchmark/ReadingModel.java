package dev.babyagi.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.babyagi.fake.FakeRequest;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;

/**
 * A model that knows nothing but what its prompt holds. It reads sentences such as "My
 * bank is Aros." in three wordings, extracts them as facts, and answers "What is my
 * bank?" by the newest such sentence it finds. In a share of the questions it errs: it
 * takes another value that the prompt holds. Whether it errs depends on the question
 * alone, never on the prompt.
 */
final class ReadingModel implements ResponseScript {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String VALUE = "([A-Za-z0-9][A-Za-z0-9 -]{0,40}?)";

	private static final String ATTRIBUTE = "([a-z][a-z ]{2,40}?)";

	/** "My X is V.", "V is my X." and "As for my X, it is V." */
	private static final List<Pattern> TOLD = List.of(
			Pattern.compile("(?i)\\b(?:my|your|the user's) " + ATTRIBUTE + " is (?:now )?" + VALUE + "[.!<\\n]"),
			Pattern.compile(
					"(?i)\\bas for (?:my|your|the user's) " + ATTRIBUTE + ", it is (?:now )?" + VALUE + "[.!<\\n]"));

	private static final Pattern TURNED = Pattern
		.compile("(?i)(?:^|[.!:>\\n] ?)" + VALUE + " is (?:now )?(?:my|your|the user's) " + ATTRIBUTE + "[.!<\\n]");

	private static final Pattern QUESTION = Pattern.compile("(?i)what is my ([a-z ]+)\\?");

	private static final Pattern OBJECTIVE = Pattern.compile("(?s)<data name=\"objective\">\\n(.*?)\\n</data>");

	private static final Pattern DATE = Pattern.compile("\\((\\d{4}-\\d{2}-\\d{2})");

	private final int errors;

	/**
	 * Creates one.
	 * @param errors in how many of 100 questions it errs
	 */
	ReadingModel(int errors) {
		this.errors = errors;
	}

	@Override
	public FakeResponse answer(FakeRequest request) {
		boolean extracts = request.schema().map((schema) -> schema.path("properties").has("facts")).orElse(false);
		if (extracts) {
			return FakeResponse.text(facts(request.user()));
		}
		Matcher objective = OBJECTIVE.matcher(request.user());
		String asked = objective.find() ? objective.group(1) : request.user();
		String rest = request.user().replace(asked, "");
		return FakeResponse.text(JSON.createObjectNode().put("answer", reply(asked, rest)).toString());
	}

	private String reply(String asked, String prompt) {
		Matcher question = QUESTION.matcher(asked);
		if (!question.find()) {
			return "Noted.";
		}
		String attribute = question.group(1).strip().toLowerCase(Locale.ROOT);
		List<Told> found = told(prompt).stream().filter((told) -> told.attribute().equals(attribute)).toList();
		return choose(found, asked).map((told) -> "Your " + attribute + " is " + told.value() + ".")
			.orElse("I do not know your " + attribute + ".");
	}

	private Optional<Told> choose(List<Told> found, String question) {
		Optional<Told> newest = found.stream()
			.reduce((one, other) -> (other.date().compareTo(one.date()) >= 0) ? other : one);
		boolean errs = Math.floorMod(question.hashCode() * 31, 100) < this.errors;
		return errs ? newest.flatMap((right) -> found.stream()
			.filter((told) -> !told.value().equals(right.value()))
			.findFirst()
			.or(() -> newest)) : newest;
	}

	private static String facts(String prompt) {
		ObjectNode reply = JSON.createObjectNode();
		ArrayNode facts = reply.putArray("facts");
		for (Told told : told(prompt)) {
			facts.addObject()
				.put("kind", "fact")
				.put("subject", "user")
				.put("attribute", told.attribute())
				.put("value", told.value())
				.put("text", "The user's " + told.attribute() + " is " + told.value() + ".")
				.put("quote", told.quote());
		}
		return reply.toString();
	}

	/** What a text states, in its order. */
	static List<Told> told(String text) {
		List<Told> told = new ArrayList<>();
		String date = "";
		for (String line : text.lines().toList()) {
			Matcher dated = DATE.matcher(line);
			date = dated.find() ? dated.group(1) : date;
			String ended = line + "\n";
			for (Pattern pattern : TOLD) {
				for (Matcher match = pattern.matcher(ended); match.find();) {
					told.add(Told.of(match, 1, 2, date));
				}
			}
			for (Matcher match = TURNED.matcher(ended); match.find();) {
				told.add(Told.of(match, 2, 1, date));
			}
		}
		return told;
	}

	/**
	 * What one sentence states.
	 *
	 * @param attribute what of the user
	 * @param value its value
	 * @param quote the sentence
	 * @param date the date of its line, or of the last line before it that has one
	 */
	record Told(String attribute, String value, String quote, String date) {

		private static Told of(Matcher match, int attribute, int value, String date) {
			return new Told(match.group(attribute).strip().toLowerCase(Locale.ROOT), match.group(value).strip(),
					match.group().strip(), date);
		}

	}

}
