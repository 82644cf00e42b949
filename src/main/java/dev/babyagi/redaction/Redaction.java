package dev.babyagi.redaction;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.babyagi.redaction.SensitivePattern.Finding;

/**
 * A text without secrets and without personal data that has a form. Each stands as its
 * kind in brackets, such as {@code [e-mail address]}.
 *
 * @param text the text
 * @param found how many of each kind were taken out
 */
public record Redaction(String text, Map<String, Integer> found) {

	/** Redacts a text. */
	public static Redaction of(String text) {
		List<Finding> findings = Stream.concat(SecretPatterns.all(text), PersonalData.all(text))
			.sorted(Comparator.comparingInt(Finding::start)
				.thenComparing(Comparator.comparingInt(Finding::end).reversed()))
			.toList();
		Map<String, Integer> found = new TreeMap<>();
		StringBuilder redacted = new StringBuilder();
		int done = 0;
		for (Finding finding : findings) {
			if (finding.start() >= done) {
				redacted.append(text, done, finding.start()).append('[').append(finding.kind()).append(']');
				found.merge(finding.kind(), 1, Integer::sum);
			}
			done = Math.max(done, finding.end());
		}
		return new Redaction(redacted.append(text, done, text.length()).toString(), found);
	}

}
