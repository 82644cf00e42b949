package dev.babyagi.journey.stage;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.execution.Attempt;
import dev.babyagi.execution.AttemptOutcome;
import dev.babyagi.execution.TaskState;
import dev.babyagi.integration.Answer;
import dev.babyagi.journey.work.UnitOfWork;
import dev.babyagi.language.ModelRole;
import dev.babyagi.objective.Completeness;
import dev.babyagi.objective.Order;
import dev.babyagi.objective.StopReason;
import dev.babyagi.plan.Conclusion;

/**
 * Decides when an objective must stop, and ends it.
 */
@Component
class TerminationPolicy {

	private final JsonMapper json;

	TerminationPolicy(JsonMapper json) {
		this.json = json;
	}

	/**
	 * Stops the objective if it is canceled or the endpoint rejects it for good, and
	 * winds it down if its budget or its time has run out.
	 */
	void attend(UnitOfWork work) {
		actOnOrders(work);
		actOnRejection(work);
		checkBudget(work);
		checkTime(work);
	}

	/**
	 * A canceled objective ends once its attempts have ended: an immediate cancel cuts
	 * them, a graceful one waits for them. Nothing starts meanwhile.
	 */
	private void actOnOrders(UnitOfWork work) {
		boolean superseded = work.isOrdered(Order.Kind.SUPERSEDE);
		boolean now = superseded || work.isOrdered(Order.Kind.CANCEL);
		if (work.isOver() || !(now || work.isOrdered(Order.Kind.CANCEL_GRACEFULLY))) {
			return;
		}
		work.standStill();
		if (!work.isBusy()) {
			work.execution().endAll(TaskState.CANCELED, work.now());
			if (superseded && !work.isOrdered(Order.Kind.CANCEL)) {
				work.objective().supersede(work.now());
			}
			else {
				work.objective().cancel(work.now());
			}
		}
		else if (now) {
			work.cut();
		}
	}

	private void actOnRejection(UnitOfWork work) {
		Optional<Attempt> refused = any(work, AttemptOutcome.FATAL);
		if (work.isOver() || work.isStandingStill() || refused.isEmpty()) {
			return;
		}
		work.standStill();
		if (work.isBusy()) {
			work.cut();
			return;
		}
		String reason = refused.map(Attempt::reason).orElse("The model endpoint rejects the requests of this service");
		fail(work, "model-unavailable", reason, StopReason.PROVIDER_UNAVAILABLE);
	}

	private void checkBudget(UnitOfWork work) {
		if (!work.isOver() && any(work, AttemptOutcome.OVER_BUDGET).isPresent()) {
			work.objective().windDown(StopReason.BUDGET_EXHAUSTED);
		}
	}

	/**
	 * Winds down when only the time kept for integration is left: running attempts are
	 * cut, so that the artifacts can be joined. When that time is over, the joining call
	 * is cut as well.
	 */
	private void checkTime(UnitOfWork work) {
		if (work.isOver() || work.isStandingStill()) {
			return;
		}
		Instant end = work.objective().endsBy(work.now());
		Instant windDown = joins(work) ? end.minus(work.objective().keptForIntegration(work.now())) : end;
		if (work.now().isBefore(windDown)) {
			work.wakeAt(windDown);
			return;
		}
		work.wakeAt(end);
		boolean joining = work.execution().openAttempts().stream().allMatch((open) -> open.role() == ModelRole.JOINER);
		if (!joining || isOutOfTime(work)) {
			work.cut();
		}
		work.objective().windDown(StopReason.DEADLINE);
	}

	boolean isOutOfTime(UnitOfWork work) {
		return !work.now().isBefore(work.objective().endsBy(work.now()));
	}

	private static boolean joins(UnitOfWork work) {
		return work.plan().map((plan) -> plan.conclusion() instanceof Conclusion.Synthesize).orElse(false);
	}

	private static Optional<Attempt> any(UnitOfWork work, AttemptOutcome outcome) {
		return work.execution().attempts().stream().filter((attempt) -> attempt.outcome() == outcome).findFirst();
	}

	/** Finishes the objective with an answer. */
	void finish(UnitOfWork work, Answer answer, Completeness completeness) {
		work.execution().endAll(TaskState.SKIPPED, work.now());
		work.objective()
			.finish(this.json.writeValueAsString(answer.toJson()), completeness,
					(completeness == Completeness.FULL) ? StopReason.GOAL_MET : stopReason(work), work.now());
	}

	/**
	 * Fails the objective because there are no artifacts to make an answer of. If the
	 * time ran out while the endpoint could not be reached, the endpoint is the reason.
	 */
	void failWithoutAnswer(UnitOfWork work) {
		if (work.isBusy()) {
			return;
		}
		StopReason reason = stopReason(work);
		String detail = reasonToStop(work);
		boolean unreachable = work.execution()
			.attempts()
			.stream()
			.reduce((earlier, later) -> later)
			.filter((last) -> last.outcome() == AttemptOutcome.UNREACHABLE)
			.isPresent();
		if (reason == StopReason.DEADLINE && unreachable) {
			fail(work, "model-unavailable",
					"The model endpoint could not be reached until the time was up" + because(work) + ".",
					StopReason.PROVIDER_UNAVAILABLE);
		}
		else {
			fail(work, problemType(reason), detail, reason);
		}
	}

	/** Why the objective stops, in one sentence; safe to show. */
	String reasonToStop(UnitOfWork work) {
		return switch (stopReason(work)) {
			case BUDGET_EXHAUSTED -> "The budget was used up before the work was done.";
			case DEADLINE -> "The time was up before the work was done.";
			case STEP_LIMIT -> "The limit of tasks was reached before the work was done.";
			case STALLED -> "No new plan brought anything new" + because(work) + ".";
			case TASK_FAILED, GOAL_MET, PROVIDER_UNAVAILABLE, INTERNAL_ERROR, CANCELED_BY_CLIENT, SUPERSEDED ->
				work.execution().failures().isEmpty() ? "A task failed." : failures(work);
		};
	}

	/**
	 * The failures of tasks, or else the reason of the last failed attempt, to be
	 * appended to a sentence.
	 */
	private static String because(UnitOfWork work) {
		if (!work.execution().failures().isEmpty()) {
			return ": " + failures(work);
		}
		return work.execution()
			.attempts()
			.stream()
			.map(Attempt::reason)
			.filter(Objects::nonNull)
			.reduce((earlier, later) -> later)
			.map((reason) -> ": " + reason)
			.orElse("");
	}

	private static String failures(UnitOfWork work) {
		return String.join("; ", work.execution().failures().values());
	}

	private static StopReason stopReason(UnitOfWork work) {
		StopReason reason = work.objective().stopReason();
		return (reason != null) ? reason : StopReason.TASK_FAILED;
	}

	private static String problemType(StopReason reason) {
		return switch (reason) {
			case BUDGET_EXHAUSTED -> "budget-exhausted";
			case DEADLINE -> "deadline";
			case PROVIDER_UNAVAILABLE -> "model-unavailable";
			case INTERNAL_ERROR -> "internal";
			case GOAL_MET, STEP_LIMIT, STALLED, TASK_FAILED, CANCELED_BY_CLIENT, SUPERSEDED -> "task-failed";
		};
	}

	/**
	 * Fails the objective.
	 * @param type the slug of the problem type in the HTTP API
	 * @param detail safe to show
	 */
	void fail(UnitOfWork work, String type, String detail, StopReason reason) {
		work.execution().endAll(TaskState.SKIPPED, work.now());
		work.objective().fail(this.json.writeValueAsString(new Failure(type, detail)), reason, work.now());
	}

	/** Fails the objective because of an error of the service. */
	void breakDown(UnitOfWork work) {
		work.cut();
		fail(work, "internal", "The service made a mistake with this objective; its log says more.",
				StopReason.INTERNAL_ERROR);
	}

	/**
	 * Why an objective failed, as it is stored.
	 *
	 * @param type the slug of the problem type
	 * @param detail safe to show
	 */
	record Failure(String type, String detail) {

	}

}
