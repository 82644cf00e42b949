package dev.babyagi.execution.perform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.babyagi.execution.CheckedAnswer;
import dev.babyagi.execution.check.ReplyFormat;
import dev.babyagi.language.Excerpt;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.PromptTemplate;
import dev.babyagi.language.ReplyForm;
import dev.babyagi.language.TokenEstimate;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Task;
import dev.babyagi.reply.OneLine;

/**
 * Writes the prompt of one think task. Its parts, in this order: role and form of the
 * reply; objective and outline; the outputs of direct dependencies in full; those of
 * earlier tasks, a line each; the answer that was not accepted; the task, what is
 * expected and how it is checked.
 * <p>
 * The task itself is never cut. Of the remaining room the objective takes at most a
 * quarter, and the outline and the earlier answer an eighth each. If the dependencies do
 * not fit into the rest, the lines about earlier tasks are dropped, and then the longest
 * dependencies are cut.
 */
final class TaskPrompt {

	private static final PromptTemplate SYSTEM = PromptTemplate.load("execution", "think");

	private static final PromptTemplate OBJECTIVE = PromptTemplate.load("execution", "objective");

	private static final PromptTemplate OUTLINE = PromptTemplate.load("execution", "outline");

	private static final PromptTemplate PREVIOUS = PromptTemplate.load("execution", "previous");

	private static final int MAX_TITLE = 100;

	private static final int MAX_MESSAGE = 1_000;

	private final TaskBrief brief;

	private final ReplyFormat shape;

	private TaskPrompt(TaskBrief brief) {
		this.brief = brief;
		this.shape = ReplyFormat.of(brief.task());
	}

	static ModelRequest ask(TaskBrief brief) {
		return new TaskPrompt(brief).ask();
	}

	private ModelRequest ask() {
		String system = SYSTEM.render(Map.of("reply", TaskSections.reply(this.brief.task(), this.shape)));
		String task = TaskSections.task(this.brief.task(), this.brief.artifacts());
		String user = user(task, room(system, task));
		return new ModelRequest(ModelRole.EXECUTOR, system, user, this.shape.form(), this.brief.temperature(), null,
				this.brief.timeout());
	}

	/**
	 * The room in tokens beside the task; a quarter of the window is left for the reply.
	 */
	private int room(String system, String task) {
		int schema = (this.shape.form() instanceof ReplyForm.Structured form)
				? TokenEstimate.in(form.schema().toString()) : 0;
		return this.brief.contextTokens() * 3 / 4 - TokenEstimate.in(system) - TokenEstimate.in(task) - schema;
	}

	private String user(String task, int room) {
		List<String> parts = new ArrayList<>();
		add(parts, objective(room / 4));
		add(parts, this.brief.background().isEmpty() ? null : this.brief.background());
		add(parts, outline(room / 8));
		String previous = previous(room / 8);
		int left = room - parts.stream().mapToInt(TokenEstimate::in).sum()
				- ((previous != null) ? TokenEstimate.in(previous) : 0);
		parts.addAll(UpstreamOutputs.of(this.brief).parts(left));
		add(parts, previous);
		parts.add(task);
		return String.join("\n\n", parts);
	}

	private @Nullable String objective(int room) {
		String objective = this.brief.objective();
		if (objective.strip().equals(this.brief.task().instruction().strip())) {
			return null;
		}
		return OBJECTIVE
			.render(Map.of("objective", PromptTemplate.data("objective", Excerpt.of(objective, room).text())));
	}

	private @Nullable String outline(int room) {
		Plan plan = this.brief.plan();
		if (plan.tasks().size() == 1) {
			return null;
		}
		String outline = plan.tasks().stream().map(this::outlineOf).collect(Collectors.joining("\n"));
		return OUTLINE.render(Map.of("outline", PromptTemplate.data("plan", Excerpt.of(outline, room).text())));
	}

	private String outlineOf(Task task) {
		boolean own = task.id().equals(this.brief.task().id());
		String state = own ? "your task" : this.brief.states().getOrDefault(task.id(), "blocked");
		return task.id() + " (" + state + ") " + OneLine.of(task.title(), MAX_TITLE);
	}

	private @Nullable String previous(int room) {
		CheckedAnswer.Failed previous = this.brief.previous();
		if (previous == null) {
			return null;
		}
		String answer = PromptTemplate.data("earlier-answer", Excerpt.of(previous.answer(), room).text());
		return PREVIOUS.render(Map.of("answer", answer, "message", OneLine.of(previous.message(), MAX_MESSAGE)));
	}

	private static void add(List<String> parts, @Nullable String part) {
		if (part != null) {
			parts.add(part);
		}
	}

}
