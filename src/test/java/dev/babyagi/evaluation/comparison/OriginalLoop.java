package dev.babyagi.evaluation.comparison;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The loop of the first BabyAGI (github.com/yoheinakajima/babyagi, folder
 * {@code classic}), with what makes it fail: signs are removed from the names of tasks,
 * later tasks are shown the names of earlier ones and not their results, each task costs
 * three calls, and nothing says which result is the answer: the last one is taken. It
 * ends when no task is left, and here after {@value #MOST_TASKS} tasks.
 */
final class OriginalLoop implements Contestant {

	static final String EXECUTE = "Carry out one task that serves this objective: ";

	static final String TASK = "\nYour task: ";

	static final String CREATE = "From the result of the last task, list new tasks that serve this objective: ";

	static final String PRIORITIZE = "Put these tasks in the right order, one numbered line each, and remove none:";

	static final String TASKS = "\nTasks:\n";

	private static final int MOST_TASKS = 12;

	private static final int SHOWN = 5;

	private static final Pattern LINE = Pattern.compile("(?m)^\\s*#?(\\d+)\\.(.*)$");

	private static final Pattern SIGNS = Pattern.compile("[^\\w\\s]+");

	private final ChatClient chat;

	OriginalLoop(ChatClient chat) {
		this.chat = chat;
	}

	@Override
	public String answer(Question question) {
		String objective = ChatClient.transcript(question);
		Deque<String> waiting = new ArrayDeque<>(List.of("Develop a task list"));
		List<String> done = new ArrayList<>();
		String result = "";
		while (!waiting.isEmpty() && done.size() < MOST_TASKS) {
			String task = waiting.removeFirst();
			List<String> shown = done.subList(Math.max(0, done.size() - SHOWN), done.size());
			result = this.chat.ask("", EXECUTE + objective + "\nTasks that are done: " + String.join("; ", shown) + TASK
					+ task + "\nResult:", 0);
			done.add(task);
			String created = this.chat.ask("",
					CREATE + objective + "\nIts result: " + result + "\nIt was: " + task + "\nTasks that wait: "
							+ String.join("; ", waiting) + "\nTasks that are done: " + String.join("; ", done)
							+ "\nOne numbered line each, none that waits already.",
					0);
			waiting.addAll(names(created));
			if (!waiting.isEmpty()) {
				waiting = new ArrayDeque<>(names(this.chat.ask("",
						PRIORITIZE + "\nThe objective: " + objective + TASKS + String.join("\n", waiting), 0)));
			}
		}
		return result;
	}

	private static List<String> names(String reply) {
		List<String> names = new ArrayList<>();
		Matcher line = LINE.matcher(reply);
		while (line.find()) {
			String name = stripped(line.group(2));
			if (!name.isEmpty()) {
				names.add(name);
			}
		}
		return names;
	}

	/** A name without its signs, as the loop keeps it. */
	static String stripped(String name) {
		return SIGNS.matcher(name).replaceAll("").strip();
	}

}
