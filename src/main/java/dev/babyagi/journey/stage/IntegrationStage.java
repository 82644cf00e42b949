package dev.babyagi.journey.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.babyagi.execution.Attempt;
import dev.babyagi.integration.Answer;
import dev.babyagi.integration.Integration;
import dev.babyagi.integration.JoinBackground;
import dev.babyagi.integration.JoinBrief;
import dev.babyagi.integration.Verdict;
import dev.babyagi.journey.work.ConversationState;
import dev.babyagi.journey.work.UnitOfWork;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelRole;
import dev.babyagi.objective.Completeness;
import dev.babyagi.objective.ObjectivePhase;
import dev.babyagi.objective.StopReason;
import dev.babyagi.plan.Origin;

/**
 * Makes the answer out of the artifacts: without a model if the plan's conclusion says
 * how, else by one joining call and at most one repair of its reply. A gap leads to a
 * revision while one can be made.
 */
@Component
class IntegrationStage {

	private final Integration integration;

	private final PlanRequests requests;

	private final Conversation conversation;

	private final SummaryStage summaries;

	private final JoinBriefs briefs;

	private final TerminationPolicy termination;

	IntegrationStage(Integration integration, PlanRequests requests, Conversation conversation, SummaryStage summaries,
			JoinBriefs briefs, TerminationPolicy termination) {
		this.integration = integration;
		this.requests = requests;
		this.conversation = conversation;
		this.summaries = summaries;
		this.briefs = briefs;
		this.termination = termination;
	}

	/** Whether calls that make the answer are under way. */
	boolean isUnderWay(UnitOfWork work) {
		return work.execution().openAttempts().stream().anyMatch((attempt) -> attempt.role() == ModelRole.JOINER);
	}

	/**
	 * Finishes the objective with an answer, or returns what is missing.
	 * @return a gap only while the objective does not wind down
	 */
	StageResult integrate(UnitOfWork work) {
		Optional<Answer> answer = this.integration.conclude(work.requirePlan(), work.execution().artifacts(),
				this.requests.outputSchema(work));
		if (answer.isPresent()) {
			return finish(work, answer.get(), Completeness.FULL);
		}
		if (work.execution().artifacts().isEmpty() || work.requirePlan().origin() == Origin.EXACT) {
			failWithoutAnswer(work);
			return StageResult.WAITING;
		}
		return this.termination.isOutOfTime(work) ? assemble(work) : join(work);
	}

	/**
	 * Fails the objective because nothing can be joined; if its tasks brought a value
	 * that only does not fit the output schema, that is the reason.
	 */
	private void failWithoutAnswer(UnitOfWork work) {
		Optional.ofNullable(this.requests.outputSchema(work))
			.flatMap((schema) -> this.integration.misfit(work.requirePlan(), work.execution().artifacts(), schema))
			.ifPresentOrElse((misfit) -> this.termination.fail(work, "unprocessable", misfit, StopReason.TASK_FAILED),
					() -> this.termination.failWithoutAnswer(work));
	}

	private StageResult finish(UnitOfWork work, Answer answer, Completeness completeness) {
		this.termination.finish(work, answer.withWarnings(contradictions(work, answer)), completeness);
		return StageResult.ADVANCED;
	}

	private StageResult join(UnitOfWork work) {
		if (!work.isWindingDown()) {
			work.objective().enter(ObjectivePhase.INTEGRATING);
		}
		return this.summaries.shorten(work, brief(work)).map((brief) -> join(work, brief)).orElse(StageResult.WAITING);
	}

	private StageResult join(UnitOfWork work, JoinBrief brief) {
		return switch (this.conversation.resume(work, attempts(work))) {
			case ConversationState.UnderWay _, ConversationState.Waiting _ -> StageResult.WAITING;
			case ConversationState.OurTurn turn when turn.rounds() == 0 ->
				isAsked(work, 1, this.integration.askJoin(brief)) ? StageResult.WAITING : assemble(work);
			case ConversationState.OurTurn turn -> read(work, brief, turn);
			case ConversationState.Ended _ -> assemble(work);
		};
	}

	private StageResult read(UnitOfWork work, JoinBrief brief, ConversationState.OurTurn turn) {
		String first = turn.replies().getFirst();
		return switch (checked(work, this.integration.readJoin(brief, first))) {
			case Verdict.Settled settled -> settle(work, settled);
			case Verdict.Faulty faulty when turn.rounds() == 1 ->
				isAsked(work, 2, this.integration.askJoinRepair(brief, first, faulty)) ? StageResult.WAITING
						: settle(work, faulty.otherwise());
			case Verdict.Faulty faulty -> settle(work, this.integration.readJoinRepair(brief, faulty, turn.last()));
		};
	}

	/** Adds what the answer contradicts to the faults that are to be repaired. */
	private static Verdict checked(UnitOfWork work, Verdict verdict) {
		return switch (verdict) {
			case Verdict.Gap gap -> gap;
			case Verdict.Satisfied satisfied -> faulty(List.of(), contradictions(work, satisfied.answer()), satisfied);
			case Verdict.Faulty(List<String> errors, Verdict.Settled otherwise) ->
				faulty(errors, contradictions(work, otherwise.answer()), otherwise);
		};
	}

	private static Verdict faulty(List<String> errors, List<String> contradictions, Verdict.Settled otherwise) {
		List<String> all = Stream.concat(errors.stream(), contradictions.stream()).toList();
		return all.isEmpty() ? otherwise : new Verdict.Faulty(all, otherwise);
	}

	/** How an answer contradicts what was stated in its context. */
	private static List<String> contradictions(UnitOfWork work, Answer answer) {
		return work.background().dialogue().ledger().contradictions(answer.text(), work.objective().text());
	}

	private StageResult settle(UnitOfWork work, Verdict.Settled verdict) {
		boolean windingDown = work.isWindingDown();
		return switch (verdict) {
			case Verdict.Satisfied satisfied ->
				finish(work, satisfied.answer(), windingDown ? Completeness.PARTIAL : Completeness.FULL);
			case Verdict.Gap gap when windingDown -> finish(work, gap.answer(), Completeness.PARTIAL);
			case Verdict.Gap gap -> new StageResult.Gap(String.join("; ", gap.missing()));
		};
	}

	/**
	 * What the last joining call found missing; an empty text if there was no call or no
	 * gap.
	 */
	String gap(UnitOfWork work) {
		return attempts(work).stream()
			.map(Attempt::answer)
			.filter((reply) -> reply != null)
			.reduce((earlier, later) -> later)
			.map((reply) -> this.integration.readJoin(brief(work), reply))
			.map((verdict) -> (verdict instanceof Verdict.Gap gap) ? String.join("; ", gap.missing()) : "")
			.orElse("");
	}

	/** Finishes with the artifacts there are, without a model. */
	private StageResult assemble(UnitOfWork work) {
		List<String> gaps = new ArrayList<>();
		gaps.add(this.termination.reasonToStop(work));
		work.execution().failures().forEach((id, reason) -> gaps.add(id + ": " + reason));
		this.integration.assemble(work.requirePlan(), work.execution().artifacts(), work.execution().states(), gaps)
			.ifPresentOrElse((answer) -> this.termination.finish(work, answer, Completeness.PARTIAL),
					() -> this.termination.failWithoutAnswer(work));
		return StageResult.WAITING;
	}

	private boolean isAsked(UnitOfWork work, int round, ModelRequest request) {
		return this.conversation.ask(work, ModelRole.JOINER, null, work.requirePlan().revision(), round,
				request) instanceof StageResult.Waiting;
	}

	/** The joining calls; those for one task only shorten its output. */
	private static List<Attempt> attempts(UnitOfWork work) {
		return work.execution()
			.attempts(ModelRole.JOINER, work.requirePlan().revision())
			.stream()
			.filter((attempt) -> attempt.taskId() == null)
			.toList();
	}

	private JoinBrief brief(UnitOfWork work) {
		JoinBackground background = new JoinBackground(work.background().forJoiner(this.briefs.window()),
				work.background().memories());
		return this.briefs.of(work.objective(), work.requirePlan(), work.execution(), background);
	}

}
