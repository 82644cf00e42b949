package dev.babyagi.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

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

	private static final String ALIKE_STEPS = "(?:" + STEP + "|\\['[^'\\]\\n]{1,200}'\\])*";

	private static final String ALIKE_ID = "(?:(?:tasks|steps|task|step|outputs|results)\\.)?"
			+ "((?:[tTE#]{0,2}|[Tt]ask[ _-]?|[Ss]tep[ _-]?)[0-9]+(?:-[0-9]+)*)";

	/** A reference as models write it. The groups are id and path in four spellings. */
	public static final Pattern ALIKE = Pattern
		.compile("\\$?\\{\\{\\s*" + ALIKE_ID + "(" + ALIKE_STEPS + ")\\s*\\}\\}|\\$\\{\\s*" + ALIKE_ID + "("
				+ ALIKE_STEPS + ")\\s*\\}|\\{\\s*" + ALIKE_ID + "(\\.(?:output|result)" + ALIKE_STEPS
				+ ")\\s*\\}|(\\$[tT][0-9]+(?:-[0-9]+)*|\\$[0-9]+|#E[0-9]+)((?:\\.(?:output|result)" + STEPS + ")?)");

	private static final String INSIDE = "[^{}\\n]*";

	private static final String TASK_LIKE = "(?:\\b(?:t|tasks?|steps?)[._ \\['\"-]*[0-9]|\\.(?:output|result)\\b)";

	/** What seems to be a reference, whether or not it can be read. */
	static final Pattern SEEMING = Pattern.compile("\\$\\{" + INSIDE + TASK_LIKE + INSIDE + "\\}|\\$?\\{\\{" + INSIDE
			+ TASK_LIKE + INSIDE + "\\}\\}|\\{\\s*[\\p{L}\\p{N}_.-]+\\.(?:output|result)\\s*\\}");

	private static final Pattern STEP_PATTERN = Pattern.compile(STEP);

	private static final Pattern PLAIN_NAME = Pattern.compile(NAME);

	private ReferenceSyntax() {
	}

	/**
	 * Returns the pattern of references to tasks by these names. The groups are name and
	 * path.
	 */
	public static Pattern named(Collection<String> names) {
		String name = names.stream().map(Pattern::quote).collect(Collectors.joining("|"));
		return Pattern
			.compile("\\$?\\{{1,2}\\s*(?:(?:tasks|steps)\\.)?(" + name + ")((?:" + ALIKE_STEPS + "))\\s*\\}{1,2}");
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
