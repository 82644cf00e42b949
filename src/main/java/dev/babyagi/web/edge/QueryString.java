package dev.babyagi.web.edge;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.babyagi.web.Problem;
import dev.babyagi.web.json.TextRules;

/**
 * Reads a query strictly. The container is lenient: it replaces bytes that are not UTF-8
 * with another character.
 */
final class QueryString {

	private QueryString() {
	}

	/**
	 * Returns names and values in the order in which they occur.
	 * @throws Problem if an escape or the UTF-8 it stands for is malformed, or a
	 * character is not allowed
	 */
	static Map<String, List<String>> parse(String query) {
		Map<String, List<String>> parameters = new LinkedHashMap<>();
		for (String parameter : query.split("&", -1)) {
			if (!parameter.isEmpty()) {
				String[] parts = parameter.split("=", 2);
				String name = decode(parts[0], "A query parameter's name");
				if (name.isEmpty()) {
					throw Problem.invalid("A query parameter", "has no name");
				}
				String value = (parts.length > 1) ? decode(parts[1], name) : "";
				parameters.computeIfAbsent(name, (first) -> new ArrayList<>()).add(value);
			}
		}
		return parameters;
	}

	private static String decode(String escaped, String subject) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(escaped))).toString();
			TextRules.flaw(text).ifPresent((flaw) -> {
				throw Problem.invalid(subject, flaw);
			});
			return text;
		}
		catch (CharacterCodingException | NumberFormatException | IndexOutOfBoundsException ex) {
			throw Problem.invalid(subject, "is not percent-encoded UTF-8");
		}
	}

	private static byte[] bytes(String escaped) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(escaped.length());
		for (int index = 0; index < escaped.length(); index++) {
			char character = escaped.charAt(index);
			if (character == '%') {
				bytes.write(hex(escaped.charAt(index + 1)) * 16 + hex(escaped.charAt(index + 2)));
				index += 2;
			}
			else {
				bytes.write((character == '+') ? ' ' : character);
			}
		}
		return bytes.toByteArray();
	}

	private static int hex(char digit) {
		int value = Character.digit(digit, 16);
		if (value < 0 || digit > 'f') {
			throw new NumberFormatException();
		}
		return value;
	}

}
