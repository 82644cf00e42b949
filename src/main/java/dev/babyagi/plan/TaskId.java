package dev.babyagi.plan;

import java.util.Locale;
import java.util.Optional;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * Reads and writes the ids of tasks: {@code t1}, {@code t2} and so on; the children of
 * {@code t3} are {@code t3-1}, {@code t3-2} and so on.
 */
public final class TaskId {

	/** The pattern of a well-formed id, with at most two levels of children. */
	public static final String PATTERN = "t[1-9][0-9]{0,3}(?:-[1-9][0-9]?){0,2}";

	private static final Pattern WELL_FORMED = Pattern.compile(PATTERN);

	private static final Pattern ALIKE = Pattern.compile(
			"(?:\\$\\{?|#)?(?:t|e|task|step)?[ _#.-]?0*([1-9][0-9]{0,3}(?:-[1-9][0-9]?){0,2})(?:\\.output)?\\}?\\.?");

	private TaskId() {
	}

	public static boolean isWellFormed(String id) {
		return WELL_FORMED.matches(id);
	}

	/**
	 * Reads what models write for an id: {@code 2}, {@code T2}, {@code task_2}, {@code
	 * #E2}.
	 * @return the well-formed id, or nothing if the text does not resemble an id
	 */
	public static Optional<String> normalise(String text) {
		Matcher matcher = ALIKE.matcher(text.strip().toLowerCase(Locale.ROOT));
		return matcher.matches() ? Optional.of("t" + matcher.group(1)) : Optional.empty();
	}

	public static String child(String parent, int number) {
		return parent + "-" + number;
	}

	/**
	 * Returns the number of the task, or of the task it descends from: 3 for {@code
	 * t3-1}.
	 */
	public static int number(String id) {
		int end = id.indexOf('-');
		return Integer.parseInt(id, 1, (end < 0) ? id.length() : end, 10);
	}

	/** Returns how many levels of decomposition are above a task: 0 for {@code t3}. */
	public static int depth(String id) {
		return (int) id.chars().filter((character) -> character == '-').count();
	}

}
