package dev.babyagi.reply;

import java.util.List;
import java.util.Optional;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Reads a list with bullets or numbers that has one item a line and no other text.
 */
public final class ListReader {

	/** In "1.5 litres" and -5 there is a number and no bullet. */
	private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*•]|\\d{1,4}[.)、])(?:\\s+(\\S.*)|([^\\s\\d].*))");

	private ListReader() {
	}

	public static Optional<JsonNode> read(String reply) {
		ArrayNode items = ExactJson.NODES.arrayNode();
		List<String> lines = reply.lines().filter((line) -> !line.isBlank()).toList();
		for (String line : lines) {
			Matcher item = ITEM.matcher(line);
			if (!item.matches()) {
				return Optional.empty();
			}
			items.add(((item.group(1) != null) ? item.group(1) : item.group(2)).strip());
		}
		return items.isEmpty() ? Optional.empty() : Optional.of(items);
	}

}
