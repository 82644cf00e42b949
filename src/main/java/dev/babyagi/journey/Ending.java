package dev.babyagi.journey;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.execution.Attempt;
import dev.babyagi.execution.AttemptOutcome;
import dev.babyagi.execution.TaskState;
import dev.babyagi.integration.Answer;
import dev.babyagi.language.Role;
import dev.babyagi.objective.Completeness;
import dev.babyagi.objective.Order;
import dev.babyagi.objective.StopReason;
import dev.babyagi.plan.Conclusion;

/**
 * The ways an objective ends, and what makes it end.
 */
@Component
class Ending {

	private final JsonMapper json;

	Ending(JsonMapper json) {
		this.json = json;
	}

	/**
	 * Looks at what overrides everything else: an order to cancel, an endpoint that
	 * refuses us for good, a budget or a time that has run out.
	 */
	void attend(Draft it) {
		heedOrders(it);
		heedRefusals(it);
		watchTheBudget(it);
		watchTheTime(it);
	}

	/**
	 * A canceled objective ends once its calls have: cut at once, or left to end by
	 * themselves. Nothing starts meanwhile.
	 */
	private void heedOrders(Draft it) {
		boolean now = it.isOrdered(Order.Kind.CANCEL);
		if (it.isOver() || !(now || it.isOrdered(Order.Kind.CANCEL_GRACEFULLY))) {
			return;
		}
		it.standStill();
		if (!it.isBusy()) {
			it.execution().endAll(TaskState.CANCELED, it.now());
			it.objective().cancel(it.now());
		}
		else if (now) {
			it.cut();
		}
	}

	private void heedRefusals(Draft it) {
		Optional<Attempt> refused = any(it, AttemptOutcome.FATAL);
		if (it.isOver() || it.isStandingStill() || refused.isEmpty()) {
			return;
		}
		it.standStill();
		if (it.isBusy()) {
			it.cut();
			return;
		}
		String reason = refused.map(Attempt::reason).orElse("The model endpoint refuses us");
		fail(it, "model-unavailable", reason, StopReason.PROVIDER_UNAVAILABLE);
	}

	private void watchTheBudget(Draft it) {
		if (!it.isOver() && any(it, AttemptOutcome.OVER_BUDGET).isPresent()) {
			it.objective().windDown(StopReason.BUDGET_EXHAUSTED);
		}
	}

	/**
	 * Winds down when only the time kept for integration is left: what runs is cut, so
	 * that what exists can be joined. At the very end the joining call is cut as well.
	 */
	private void watchTheTime(Draft it) {
		if (it.isOver() || it.isStandingStill()) {
			return;
		}
		Instant end = it.objective().endsBy(it.now());
		Instant windDown = joins(it) ? end.minus(it.objective().keptForIntegration()) : end;
		if (it.now().isBefore(windDown)) {
			it.wakeAt(windDown);
			return;
		}
		it.wakeAt(end);
		boolean joining = it.execution().openAttempts().stream().allMatch((open) -> open.role() == Role.JOINER);
		if (!joining || isOutOfTime(it)) {
			it.cut();
		}
		it.objective().windDown(StopReason.DEADLINE);
	}

	boolean isOutOfTime(Draft it) {
		return !it.now().isBefore(it.objective().endsBy(it.now()));
	}

	private static boolean joins(Draft it) {
		return it.plan().map((plan) -> plan.conclusion() instanceof Conclusion.Synthesize).orElse(false);
	}

	private static Optional<Attempt> any(Draft it, AttemptOutcome outcome) {
		return it.execution().attempts().stream().filter((attempt) -> attempt.outcome() == outcome).findFirst();
	}

	/** There is an answer. */
	void finish(Draft it, Answer answer, Completeness completeness) {
		it.execution().endAll(TaskState.SKIPPED, it.now());
		it.objective()
			.finish(this.json.writeValueAsString(answer.toJson()), completeness,
					(completeness == Completeness.FULL) ? StopReason.GOAL_MET : stopReason(it), it.now());
	}

	/**
	 * There is no answer and nothing to make one of. An endpoint that stayed away is the
	 * reason, if time ran out over it.
	 */
	void failWithoutAnswer(Draft it) {
		if (it.isBusy()) {
			return;
		}
		StopReason reason = stopReason(it);
		String detail = reasonToStop(it);
		boolean unreachable = it.execution()
			.attempts()
			.stream()
			.reduce((earlier, later) -> later)
			.filter((last) -> last.outcome() == AttemptOutcome.UNREACHABLE)
			.isPresent();
		if (reason == StopReason.DEADLINE && unreachable) {
			fail(it, "model-unavailable",
					"The model endpoint could not be reached until the time was up" + because(it) + ".",
					StopReason.PROVIDER_UNAVAILABLE);
		}
		else {
			fail(it, problemType(reason), detail, reason);
		}
	}

	/** Why it stops, in a sentence. */
	String reasonToStop(Draft it) {
		return switch (stopReason(it)) {
			case BUDGET_EXHAUSTED -> "The budget was used up before the work was done.";
			case DEADLINE -> "The time was up before the work was done.";
			case STEP_LIMIT -> "The limit of tasks was reached before the work was done.";
			case STALLED -> "No new plan brought anything new" + because(it) + ".";
			case TASK_FAILED, GOAL_MET, FINISHED_EARLY, PROVIDER_UNAVAILABLE, INTERNAL_ERROR, CANCELED_BY_CLIENT,
					PLAN_REJECTED, POLICY_DENIED ->
				it.execution().failures().isEmpty() ? "A task failed." : failures(it);
		};
	}

	/** What the endpoint or a check said last, when no task has failed for good. */
	private static String because(Draft it) {
		if (!it.execution().failures().isEmpty()) {
			return ": " + failures(it);
		}
		return it.execution()
			.attempts()
			.stream()
			.map(Attempt::reason)
			.filter(Objects::nonNull)
			.reduce((earlier, later) -> later)
			.map((reason) -> ": " + reason)
			.orElse("");
	}

	private static String failures(Draft it) {
		return String.join("; ", it.execution().failures().values());
	}

	private static StopReason stopReason(Draft it) {
		StopReason reason = it.objective().stopReason();
		return (reason != null) ? reason : StopReason.TASK_FAILED;
	}

	private static String problemType(StopReason reason) {
		return switch (reason) {
			case BUDGET_EXHAUSTED -> "budget-exhausted";
			case DEADLINE -> "deadline";
			case PROVIDER_UNAVAILABLE -> "model-unavailable";
			case INTERNAL_ERROR -> "internal";
			case GOAL_MET, STEP_LIMIT, STALLED, TASK_FAILED, FINISHED_EARLY, CANCELED_BY_CLIENT, PLAN_REJECTED,
					POLICY_DENIED ->
				"task-failed";
		};
	}

	/**
	 * There is no answer.
	 * @param type the kind of problem, as in the HTTP contract
	 * @param detail safe to show
	 */
	void fail(Draft it, String type, String detail, StopReason reason) {
		it.execution().endAll(TaskState.SKIPPED, it.now());
		it.objective().fail(this.json.writeValueAsString(new Failure(type, detail)), reason, it.now());
	}

	/** A fault of ours. */
	void breakDown(Draft it) {
		it.cut();
		fail(it, "internal", "The service made a mistake with this objective; its log says more.",
				StopReason.INTERNAL_ERROR);
	}

	/**
	 * Why an objective failed, as it is stored.
	 *
	 * @param type the kind of problem
	 * @param detail safe to show
	 */
	record Failure(String type, String detail) {

	}

}
