package dev.babyagi.plan;

import java.util.ArrayList;
import java.util.List;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

import dev.babyagi.plan.Reference.Field;
import dev.babyagi.plan.Reference.Index;
import dev.babyagi.plan.Reference.Step;

/**
 * The patterns of references. Both run in linear time.
 */
public final class ReferenceSyntax {

	private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_-]*";

	private static final String STEP = "\\." + NAME + "|\\[[0-9]{1,6}\\]|\\[\"[^\"\\]\\n]{1,200}\"\\]";

	private static final String STEPS = "(?:" + STEP + ")*";

	/** A reference in a valid plan. */
	public static final Pattern CANONICAL = Pattern
		.compile("\\$\\{(" + TaskId.PATTERN + ")\\.output(" + STEPS + ")\\}");

	/** A reference as models write it. The groups are id and path in three spellings. */
	public static final Pattern ALIKE = Pattern.compile("\\$?\\{\\{\\s*([tTE#]{0,2}[0-9]+(?:-[0-9]+)*)(" + STEPS
			+ ")\\s*\\}\\}|\\$\\{\\s*([tTE#]{0,2}[0-9]+(?:-[0-9]+)*)(" + STEPS
			+ ")\\s*\\}|(\\$[tT][0-9]+(?:-[0-9]+)*|\\$[0-9]+|#E[0-9]+)((?:\\.(?:output|result)" + STEPS + ")?)");

	private static final Pattern STEP_PATTERN = Pattern.compile(STEP);

	private static final Pattern PLAIN_NAME = Pattern.compile(NAME);

	private ReferenceSyntax() {
	}

	static boolean isPlainName(String name) {
		return PLAIN_NAME.matches(name);
	}

	static List<Step> steps(String path) {
		List<Step> steps = new ArrayList<>();
		Matcher matcher = STEP_PATTERN.matcher(path);
		while (matcher.find()) {
			steps.add(step(matcher.group()));
		}
		return steps;
	}

	private static Step step(String text) {
		if (text.startsWith(".")) {
			return new Field(text.substring(1));
		}
		if (text.startsWith("[\"")) {
			return new Field(text.substring(2, text.length() - 2));
		}
		return new Index(Integer.parseInt(text.substring(1, text.length() - 1)));
	}

}
