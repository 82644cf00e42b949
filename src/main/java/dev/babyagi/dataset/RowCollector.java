package dev.babyagi.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import dev.babyagi.execution.Execution;
import dev.babyagi.execution.TaskRun;
import dev.babyagi.execution.VerificationLevel;
import dev.babyagi.journey.PastCall;
import dev.babyagi.journey.PastCall.Part;
import dev.babyagi.journey.PastCalls;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelRoutes;
import dev.babyagi.language.ReplyForm;
import dev.babyagi.learning.FeedbackIntake;
import dev.babyagi.learning.FeedbackVerdict;
import dev.babyagi.learning.ObjectiveFeedback;
import dev.babyagi.learning.PastRun;
import dev.babyagi.learning.PastRuns;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveState;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Plan;
import dev.babyagi.reply.ExactJson;

/**
 * Makes rows of the calls of an objective: of those that were verified by rules, of those
 * that people called right, and of those for which they gave the right output. What
 * nobody checked gives none.
 */
@Component
class RowCollector {

	private final PastRuns runs;

	private final PastCalls calls;

	private final FeedbackIntake feedback;

	private final ModelRoutes routes;

	RowCollector(PastRuns runs, PastCalls calls, FeedbackIntake feedback, ModelRoutes routes) {
		this.runs = runs;
		this.calls = calls;
		this.feedback = feedback;
		this.routes = routes;
	}

	List<TrainingRow> of(Objective objective) {
		PastRun run = mayTeach(objective) ? this.runs.of(objective) : null;
		if (run == null || run.plan() == null || run.execution().isTainted()) {
			return List.of();
		}
		List<ObjectiveFeedback> all = this.feedback.list(objective.tenant(), objective.id());
		List<TrainingRow> rows = new ArrayList<>();
		for (PastCall call : this.calls.of(objective, run.plan(), run.execution())) {
			row(run.plan(), run.execution(), worded(objective, call), all).ifPresent(rows::add);
		}
		return rows;
	}

	/** The call in the wording that its objective gets. */
	private PastCall worded(Objective objective, PastCall call) {
		return new PastCall(call.part(), call.taskId(),
				this.routes.route(call.request(), objective.tenant(), objective.id().id()), call.accepted(),
				call.refused());
	}

	/** Only the text of the objective itself may have been in its prompts. */
	private static boolean mayTeach(Objective objective) {
		return objective.teaches() && objective.state() == ObjectiveState.COMPLETED && !objective.isContextGiven()
				&& objective.references().isEmpty();
	}

	private static Optional<TrainingRow> row(Plan plan, Execution execution, PastCall call,
			List<ObjectiveFeedback> all) {
		ObjectiveFeedback whole = find(all, null);
		ObjectiveFeedback own = (call.taskId() != null) ? find(all, call.taskId()) : null;
		boolean onTask = own != null && own.verdict() != null;
		ObjectiveFeedback said = onTask ? own : whole;
		FeedbackVerdict verdict = (said != null) ? said.verdict() : null;
		String accepted = call.accepted();
		if (verdict == FeedbackVerdict.FAILURE) {
			String expected = (said != null && (onTask || isAnswer(plan, call))) ? said.said().expectedOutput() : null;
			return (expected != null && accepted != null)
					? reply(call.request(), expected).map((better) -> row(call, better, accepted)) : Optional.empty();
		}
		if (accepted == null || (verdict == null && !isChecked(execution, call))) {
			return Optional.empty();
		}
		return Optional.of(row(call, accepted, call.refused().isEmpty() ? null : call.refused().getLast()));
	}

	private static @Nullable ObjectiveFeedback find(List<ObjectiveFeedback> all, @Nullable String taskId) {
		return all.stream().filter((one) -> Objects.equals(one.taskId(), taskId)).findFirst().orElse(null);
	}

	/** Whether the reply is the answer of the objective. */
	private static boolean isAnswer(Plan plan, PastCall call) {
		return call.part() == Part.DIRECT || (call.taskId() != null && plan.conclusion() instanceof Conclusion.Reference
				&& plan.conclusion().tasks().contains(call.taskId()));
	}

	private static boolean isChecked(Execution execution, PastCall call) {
		return switch (call.part()) {
			case PLAN -> execution.isCheckedByRules();
			case DIRECT,
					TASK ->
				execution.runs()
					.stream()
					.filter((run) -> run.taskId().equals(call.taskId()))
					.map(TaskRun::verification)
					.filter(Objects::nonNull)
					.anyMatch(VerificationLevel::isByRule);
			case JOIN -> false;
		};
	}

	/** The reply that would have given an output, in the form that was asked for. */
	private static Optional<String> reply(ModelRequest request, String output) {
		if (!(request.form() instanceof ReplyForm.Structured structured)) {
			return Optional.of(output);
		}
		JsonNode fields = structured.schema().path("properties");
		if (structured.name().equals("direct")) {
			return Optional.of(ExactJson.write(ExactJson.object().put("answer", output)));
		}
		Optional<JsonNode> document = ExactJson.document(output);
		return (fields.size() == 1 && fields.has("value"))
				? document.map((value) -> ExactJson.write(ExactJson.object().set("value", value)))
				: document.filter(JsonNode::isObject).map(ExactJson::write);
	}

	private static TrainingRow row(PastCall call, String better, @Nullable String worse) {
		return new TrainingRow(DatasetRole.of(call.part()), call.request().system(), call.request().user(), better,
				better.equals(worse) ? null : worse);
	}

}
