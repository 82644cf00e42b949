package dev.babyagi.redaction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * A form of something that is not for everybody. It is looked for in time that is linear
 * in the text.
 *
 * @param kind what it is
 * @param words one of them stands in each text that holds it, in lower case
 * @param entropy the least entropy of what is found, in bits a character
 * @param pattern how it is written; its group, if it has one, is what is found
 */
record SensitivePattern(String kind, List<String> words, double entropy, Pattern pattern) {

	private static final Pattern WORD = Pattern.compile("[a-zA-Z_.-]+");

	/** Reads the patterns of a file on the classpath, one a line. */
	static List<SensitivePattern> load(String path) {
		try (InputStream file = SensitivePattern.class.getResourceAsStream(path)) {
			if (file == null) {
				throw new IllegalStateException("There is no " + path + " on the classpath");
			}
			return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map(SensitivePattern::read)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static SensitivePattern read(String line) {
		String[] parts = line.split("\\|", 4);
		return new SensitivePattern(parts[0], List.of(parts[1].split(",")), Double.parseDouble(parts[2]),
				Pattern.compile(parts[3]));
	}

	/**
	 * Finds where it stands.
	 * @param folded the text in lower case
	 */
	List<Finding> find(String text, String folded) {
		List<Finding> found = new ArrayList<>();
		if (this.words.stream().noneMatch(folded::contains)) {
			return found;
		}
		Matcher matcher = this.pattern.matcher(text);
		while (matcher.find()) {
			int group = (matcher.groupCount() > 0) ? 1 : 0;
			String value = matcher.group(group);
			boolean word = group > 0 && WORD.matches(value) && this.entropy > 0;
			if (!word && entropyOf(value) >= this.entropy) {
				found.add(new Finding(this.kind, matcher.start(group), matcher.end(group), value));
			}
		}
		return found;
	}

	private static double entropyOf(String value) {
		double length = value.length();
		return value.chars()
			.boxed()
			.collect(Collectors.groupingBy((sign) -> sign, Collectors.counting()))
			.values()
			.stream()
			.mapToDouble((count) -> count / length)
			.map((share) -> -share * Math.log(share) / Math.log(2))
			.sum();
	}

	/**
	 * What was found in a text.
	 *
	 * @param kind what it is
	 * @param start where it begins
	 * @param end where it ends
	 * @param value what stands there
	 */
	record Finding(String kind, int start, int end, String value) {

	}

}
