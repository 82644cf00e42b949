package dev.babyagi.planning.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Task;
import dev.babyagi.plan.Task.Effort;
import dev.babyagi.plan.Task.Expect;
import dev.babyagi.plan.Task.Success;

/**
 * Reads a numbered list in a reply as a sequence of tasks. It is the last resort for a
 * planner that cannot write the format.
 */
public final class NumberedList {

	private static final Pattern ITEM = Pattern.compile(
			"(?m)^[ \\t>*#_-]{0,10}(?:(?i:step|task)[ \\t]+)?([1-9][0-9]?)[.):、．][*_]{0,3}(?:[ \\t]+(\\S.*)|([^\\s\\d].*))$");

	private static final int MIN_ITEMS = 2;

	private static final int MAX_ITEM = 2_000;

	private NumberedList() {
	}

	/** Returns the tasks of the first list in a reply, or nothing if there is no list. */
	public static Optional<List<Task>> read(String reply, int maxTasks) {
		List<String> items = items(reply);
		if (items.size() < MIN_ITEMS || items.size() > maxTasks) {
			return Optional.empty();
		}
		List<Task> tasks = new ArrayList<>();
		for (int number = 1; number <= items.size(); number++) {
			tasks.add(task(number, items.get(number - 1)));
		}
		return Optional.of(tasks);
	}

	private static List<String> items(String reply) {
		List<String> items = new ArrayList<>();
		Matcher matcher = ITEM.matcher(reply);
		while (matcher.find()) {
			String text = (matcher.group(2) != null) ? matcher.group(2) : matcher.group(3);
			String item = text.replace("**", "").strip();
			boolean next = Integer.parseInt(matcher.group(1)) == items.size() + 1;
			if (next && item.length() <= MAX_ITEM && item.chars().anyMatch(Character::isLetter)) {
				items.add(item);
			}
		}
		return items;
	}

	private static Task task(int number, String item) {
		List<String> dependsOn = (number > 1) ? List.of("t" + (number - 1)) : List.of();
		return new Task("t" + number, Task.title(item), item, new Assignment.Think(), dependsOn, List.of(), Expect.TEXT,
				Success.NONE, false, Effort.LOW, null, null);
	}

}
