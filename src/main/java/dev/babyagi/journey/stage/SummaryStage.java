package dev.babyagi.journey.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.babyagi.execution.Attempt;
import dev.babyagi.execution.AttemptEnd;
import dev.babyagi.integration.Integration;
import dev.babyagi.integration.JoinBrief;
import dev.babyagi.integration.SummaryPart;
import dev.babyagi.journey.work.ConversationState;
import dev.babyagi.journey.work.UnitOfWork;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.language.ModelRole;
import dev.babyagi.language.ModelUsage;

/**
 * Has outputs summarized that are too long to be joined in full. Its calls are attempts
 * of the joiner for one task each, so that it goes on after a crash. If the budget does
 * not cover them, or the objective winds down, it leaves the rest as it is.
 */
@Component
class SummaryStage {

	/** A part is asked for this often, if its replies are not usable. */
	private static final int TRIES = 2;

	private final Integration integration;

	private final LanguageModel model;

	private final Conversation conversation;

	SummaryStage(Integration integration, LanguageModel model, Conversation conversation) {
		this.integration = integration;
		this.model = model;
		this.conversation = conversation;
	}

	/**
	 * Shortens what is to be joined.
	 * @return what can be joined; empty while calls are under way
	 */
	Optional<JoinBrief> shorten(UnitOfWork work, JoinBrief brief) {
		List<Attempt> attempts = attempts(work);
		Integration.Shortened shortened = this.integration.shorten(brief,
				(taskId, number) -> reply(work, of(attempts, taskId, number)));
		boolean asks = !shortened.open().isEmpty() && !work.isWindingDown() && !isJoining(work);
		return (asks && isWaiting(work, attempts, shortened)) ? Optional.empty() : Optional.of(shortened.brief());
	}

	/** Once the joining call was made, what it was shown stays. */
	private static boolean isJoining(UnitOfWork work) {
		return work.execution()
			.attempts(ModelRole.JOINER, work.requirePlan().revision())
			.stream()
			.anyMatch((attempt) -> attempt.taskId() == null);
	}

	private static List<Attempt> attempts(UnitOfWork work) {
		return work.execution()
			.attempts(ModelRole.JOINER, work.requirePlan().revision())
			.stream()
			.filter((attempt) -> attempt.taskId() != null)
			.toList();
	}

	private static List<Attempt> of(List<Attempt> attempts, String taskId, int number) {
		return attempts.stream()
			.filter((attempt) -> taskId.equals(attempt.taskId()) && attempt.ordinal() == number)
			.toList();
	}

	private static @Nullable String reply(UnitOfWork work, List<Attempt> attempts) {
		return switch (ConversationState.of(attempts, work.now())) {
			case ConversationState.UnderWay _, ConversationState.Waiting _ -> null;
			case ConversationState.OurTurn turn when turn.rounds() == 0 -> null;
			case ConversationState.OurTurn turn when turn.last().isBlank() && turn.rounds() < TRIES -> null;
			case ConversationState.OurTurn turn -> turn.last();
			case ConversationState.Ended _ -> "";
		};
	}

	/** Makes as many calls as may be under way at once. */
	private boolean isWaiting(UnitOfWork work, List<Attempt> attempts, Integration.Shortened shortened) {
		ModelUsage join = this.model.estimate(this.integration.askJoin(shortened.brief()));
		if (attempts.isEmpty() && !isAffordable(work, shortened.open(), join)) {
			return false;
		}
		boolean waiting = work.isBusy();
		for (SummaryPart part : startable(work, attempts, shortened.open())) {
			waiting |= ask(work, part, join);
		}
		return waiting || isOutage(work, attempts, shortened.open());
	}

	private boolean isAffordable(UnitOfWork work, List<SummaryPart> parts, ModelUsage join) {
		ModelUsage all = parts.stream()
			.map((part) -> this.model.estimate(part.request()))
			.reduce(join, ModelUsage::plus);
		return work.remaining().covers(all);
	}

	private static List<SummaryPart> startable(UnitOfWork work, List<Attempt> attempts, List<SummaryPart> open) {
		int free = work.objective().parallelism() - work.execution().openAttempts().size();
		List<SummaryPart> startable = new ArrayList<>();
		for (SummaryPart part : open) {
			boolean ready = ConversationState.of(of(attempts, part.taskId(), part.number()),
					work.now()) instanceof ConversationState.OurTurn;
			if (ready && startable.size() < free) {
				startable.add(part);
			}
		}
		return startable;
	}

	private boolean ask(UnitOfWork work, SummaryPart part, ModelUsage join) {
		return work.ask(ModelRole.JOINER, part.taskId(), work.requirePlan().revision(), part.number(), part.request(),
				join, (meter, reservation) -> AttemptEnd.of(this.model.ask(part.request(), meter, reservation)));
	}

	/** Lets the objective wait for the endpoint, if calls wait for that. */
	private boolean isOutage(UnitOfWork work, List<Attempt> attempts, List<SummaryPart> open) {
		boolean outage = false;
		for (SummaryPart part : open) {
			ConversationState state = this.conversation.resume(work, of(attempts, part.taskId(), part.number()));
			outage |= state instanceof ConversationState.Waiting;
		}
		return outage;
	}

}
