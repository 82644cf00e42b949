package dev.babyagi.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.babyagi.language.Ask;
import dev.babyagi.language.Excerpt;
import dev.babyagi.language.Prompt;
import dev.babyagi.language.ReplyForm;
import dev.babyagi.language.Role;
import dev.babyagi.language.Tokens;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.Task;
import dev.babyagi.reply.OneLine;

/**
 * Asks for one think task. The parts, in this order: role and form of the reply;
 * objective and outline; what the direct dependencies have put out, in full; what came
 * before those, a line each; the answer that was not accepted; the task, what is expected
 * and how it is checked.
 * <p>
 * The task itself is never cut. Of the room beside it the objective takes at most a
 * quarter, the outline and the earlier answer an eighth each; if the dependencies do not
 * fit beside those, the lines about what came before are dropped, then the longest
 * dependencies are cut.
 */
final class TaskPrompt {

	private static final Prompt SYSTEM = Prompt.load("execution", "think");

	private static final Prompt OBJECTIVE = Prompt.load("execution", "objective");

	private static final Prompt OUTLINE = Prompt.load("execution", "outline");

	private static final Prompt PREVIOUS = Prompt.load("execution", "previous");

	private static final int MAX_TITLE = 100;

	private static final int MAX_MESSAGE = 1_000;

	private final TaskBrief brief;

	private final Shape shape;

	private TaskPrompt(TaskBrief brief) {
		this.brief = brief;
		this.shape = Shape.of(brief.task());
	}

	static Ask ask(TaskBrief brief) {
		return new TaskPrompt(brief).ask();
	}

	private Ask ask() {
		String system = SYSTEM.render(Map.of("reply", TaskWording.reply(this.brief.task(), this.shape)));
		String task = TaskWording.task(this.brief.task(), this.brief.artifacts());
		String user = user(task, room(system, task));
		return new Ask(Role.EXECUTOR, system, user, this.shape.form(), this.brief.temperature(), null,
				this.brief.timeout());
	}

	/** A quarter of the window is left to the reply. */
	private int room(String system, String task) {
		int schema = (this.shape.form() instanceof ReplyForm.Structured form) ? Tokens.in(form.schema().toString()) : 0;
		return this.brief.contextTokens() * 3 / 4 - Tokens.in(system) - Tokens.in(task) - schema;
	}

	private String user(String task, int room) {
		List<String> parts = new ArrayList<>();
		add(parts, objective(room / 4));
		add(parts, outline(room / 8));
		String previous = previous(room / 8);
		int left = room - parts.stream().mapToInt(Tokens::in).sum() - ((previous != null) ? Tokens.in(previous) : 0);
		parts.addAll(Upstream.of(this.brief).parts(left));
		add(parts, previous);
		parts.add(task);
		return String.join("\n\n", parts);
	}

	private @Nullable String objective(int room) {
		String objective = this.brief.objective();
		if (objective.strip().equals(this.brief.task().instruction().strip())) {
			return null;
		}
		return OBJECTIVE.render(Map.of("objective", Prompt.data("objective", Excerpt.of(objective, room).text())));
	}

	private @Nullable String outline(int room) {
		Plan plan = this.brief.plan();
		if (plan.tasks().size() == 1) {
			return null;
		}
		String outline = plan.tasks().stream().map(this::outlineOf).collect(Collectors.joining("\n"));
		return OUTLINE.render(Map.of("outline", Prompt.data("plan", Excerpt.of(outline, room).text())));
	}

	private String outlineOf(Task task) {
		boolean own = task.id().equals(this.brief.task().id());
		String state = own ? "your task" : this.brief.states().getOrDefault(task.id(), "blocked");
		return task.id() + " (" + state + ") " + OneLine.of(task.title(), MAX_TITLE);
	}

	private @Nullable String previous(int room) {
		Checked.Failed previous = this.brief.previous();
		if (previous == null) {
			return null;
		}
		String answer = Prompt.data("earlier-answer", Excerpt.of(previous.answer(), room).text());
		return PREVIOUS.render(Map.of("answer", answer, "message", OneLine.of(previous.message(), MAX_MESSAGE)));
	}

	private static void add(List<String> parts, @Nullable String part) {
		if (part != null) {
			parts.add(part);
		}
	}

}
