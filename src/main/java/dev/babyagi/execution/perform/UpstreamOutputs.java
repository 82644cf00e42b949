package dev.babyagi.execution.perform;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.babyagi.execution.Artifact;
import dev.babyagi.language.Excerpt;
import dev.babyagi.language.PromptTemplate;
import dev.babyagi.language.TokenEstimate;
import dev.babyagi.language.TokenShares;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Task;
import dev.babyagi.reply.OneLine;

/**
 * The outputs that a task builds on: those of its direct dependencies, and of the tasks
 * before those.
 *
 * @param brief the brief of the task
 * @param direct the tasks it depends on
 * @param earlier the tasks that those depend on, directly or not
 */
record UpstreamOutputs(TaskBrief brief, List<Task> direct, List<Task> earlier) {

	private static final PromptTemplate DEPENDENCIES = PromptTemplate.load("execution", "dependencies");

	private static final PromptTemplate ANCESTORS = PromptTemplate.load("execution", "ancestors");

	private static final int MAX_TITLE = 100;

	private static final int MAX_LINE = 200;

	/** Tokens of a heading. */
	private static final int HEADING_TOKENS = 20;

	static UpstreamOutputs of(TaskBrief brief) {
		Set<Task> direct = new LinkedHashSet<>();
		brief.task().dependsOn().forEach((id) -> brief.plan().find(id).ifPresent(direct::add));
		Set<Task> earlier = new LinkedHashSet<>();
		direct.forEach((task) -> collect(brief.plan(), task, earlier));
		collectOfParent(brief, earlier);
		earlier.removeAll(direct);
		return new UpstreamOutputs(brief, List.copyOf(direct), List.copyOf(earlier));
	}

	/** A child may use the dependencies of its parent. */
	private static void collectOfParent(TaskBrief brief, Set<Task> into) {
		String parent = brief.task().parent();
		if (parent != null) {
			brief.plan().find(parent).ifPresent((task) -> collect(brief.plan(), task, into));
		}
	}

	private static void collect(Plan plan, Task task, Set<Task> into) {
		for (String id : task.dependsOn()) {
			plan.find(id).filter(into::add).ifPresent((found) -> collect(plan, found, into));
		}
	}

	/**
	 * Returns the parts of the prompt.
	 * @param room the room for all of them, in tokens
	 */
	List<String> parts(int room) {
		List<String> parts = new ArrayList<>();
		if (!this.direct.isEmpty()) {
			parts.add(DEPENDENCIES.render(Map.of("outputs", outputs(room - HEADING_TOKENS))));
		}
		String lines = lines();
		int left = room - parts.stream().mapToInt(TokenEstimate::in).sum() - HEADING_TOKENS;
		if (!lines.isEmpty() && TokenEstimate.in(lines) <= left) {
			parts.add(ANCESTORS.render(Map.of("outputs", lines)));
		}
		return parts;
	}

	private String outputs(int room) {
		List<String> empty = this.direct.stream().map((task) -> quoted(task, "")).toList();
		List<String> texts = this.direct.stream().map(this::output).toList();
		int around = empty.stream().mapToInt(TokenEstimate::in).sum();
		int[] shares = TokenShares.of(texts.stream().map(TokenEstimate::in).toList(), room - around);
		List<String> outputs = new ArrayList<>();
		for (int index = 0; index < texts.size(); index++) {
			outputs.add(quoted(this.direct.get(index), Excerpt.of(texts.get(index), shares[index]).text()));
		}
		return String.join("\n", outputs);
	}

	private static String quoted(Task task, String text) {
		return task.id() + ", " + OneLine.of(task.title(), MAX_TITLE) + ":\n" + PromptTemplate.data(task.id(), text);
	}

	private String output(Task task) {
		Artifact artifact = this.brief.artifacts().get(task.id());
		return (artifact != null) ? artifact.text()
				: "(nothing: " + this.brief.states().getOrDefault(task.id(), "blocked") + ")";
	}

	private String lines() {
		String lines = this.earlier.stream()
			.filter((task) -> this.brief.artifacts().containsKey(task.id()))
			.map(this::line)
			.collect(Collectors.joining("\n"));
		return lines.isEmpty() ? "" : PromptTemplate.data("earlier", lines);
	}

	private String line(Task task) {
		return task.id() + ", " + OneLine.of(task.title(), MAX_TITLE) + ": " + OneLine.of(output(task), MAX_LINE);
	}

}
