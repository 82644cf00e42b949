package dev.babyagi.journey.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.babyagi.execution.Attempt;
import dev.babyagi.execution.TaskRun;
import dev.babyagi.execution.VerificationLevel;
import dev.babyagi.integration.Answer;
import dev.babyagi.integration.Integration;
import dev.babyagi.integration.JoinBrief;
import dev.babyagi.integration.Verdict;
import dev.babyagi.journey.work.ConversationState;
import dev.babyagi.journey.work.UnitOfWork;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelRole;
import dev.babyagi.objective.Completeness;
import dev.babyagi.objective.ObjectivePhase;
import dev.babyagi.plan.Origin;

/**
 * Brings the artifacts together: without a model where the plan's conclusion says how,
 * else by one joining call and at most one repair of it. A gap is for a revision, as long
 * as one can be made.
 */
@Component
class IntegrationStage {

	private final Integration integration;

	private final PlanRequests requests;

	private final RevisionStage revision;

	private final Conversation conversation;

	private final LanguageModel model;

	private final TerminationPolicy ending;

	IntegrationStage(Integration integration, PlanRequests requests, RevisionStage revision, Conversation conversation,
			LanguageModel model, TerminationPolicy ending) {
		this.integration = integration;
		this.requests = requests;
		this.revision = revision;
		this.conversation = conversation;
		this.model = model;
		this.ending = ending;
	}

	void integrate(UnitOfWork work) {
		Optional<Answer> answer = this.integration.conclude(work.requirePlan(), work.execution().artifacts(),
				this.requests.outputSchema(work));
		if (answer.isPresent()) {
			this.ending.finish(work, answer.get(), Completeness.FULL);
		}
		else if (work.execution().artifacts().isEmpty() || work.requirePlan().origin() == Origin.EXACT) {
			this.ending.failWithoutAnswer(work);
		}
		else if (this.ending.isOutOfTime(work)) {
			assemble(work);
		}
		else {
			join(work);
		}
	}

	private void join(UnitOfWork work) {
		if (!work.isWindingDown()) {
			work.objective().enter(ObjectivePhase.INTEGRATING);
		}
		JoinBrief brief = brief(work);
		this.conversation.goOn(work, talk(work), (turn) -> {
			if (turn.rounds() == 0) {
				askOrElse(work, 1, this.integration.askJoin(brief), () -> assemble(work));
			}
			else {
				read(work, brief, turn);
			}
		}, (end) -> assemble(work));
	}

	private void read(UnitOfWork work, JoinBrief brief, ConversationState.OurTurn turn) {
		String first = turn.replies().getFirst();
		switch (this.integration.readJoin(brief, first)) {
			case Verdict.Settled settled -> settle(work, settled);
			case Verdict.Faulty faulty when turn.rounds() == 1 -> askOrElse(work, 2,
					this.integration.askJoinRepair(brief, first, faulty), () -> settle(work, faulty.otherwise()));
			case Verdict.Faulty faulty -> settle(work, this.integration.readJoinRepair(brief, faulty, turn.last()));
		}
	}

	private void settle(UnitOfWork work, Verdict.Settled verdict) {
		switch (verdict) {
			case Verdict.Satisfied satisfied -> this.ending.finish(work, satisfied.answer(),
					work.isWindingDown() ? Completeness.PARTIAL : Completeness.FULL);
			case Verdict.Gap gap -> {
				if (!work.isWindingDown()) {
					this.revision.replan(work, String.join("; ", gap.missing()));
				}
				if (work.isWindingDown() && !work.isBusy()) {
					this.ending.finish(work, gap.answer(), Completeness.PARTIAL);
				}
			}
		}
	}

	/** What the last joining call found missing; nothing if there was none. */
	String gap(UnitOfWork work) {
		return work.execution()
			.attempts(ModelRole.JOINER, work.requirePlan().revision())
			.stream()
			.map(Attempt::answer)
			.filter((reply) -> reply != null)
			.reduce((earlier, later) -> later)
			.map((reply) -> this.integration.readJoin(brief(work), reply))
			.map((verdict) -> (verdict instanceof Verdict.Gap gap) ? String.join("; ", gap.missing()) : "")
			.orElse("");
	}

	private void assemble(UnitOfWork work) {
		List<String> gaps = new ArrayList<>();
		gaps.add(this.ending.reasonToStop(work));
		work.execution().failures().forEach((id, reason) -> gaps.add(id + ": " + reason));
		this.integration.assemble(work.requirePlan(), work.execution().artifacts(), work.execution().states(), gaps)
			.ifPresentOrElse((answer) -> this.ending.finish(work, answer, Completeness.PARTIAL),
					() -> this.ending.failWithoutAnswer(work));
	}

	private void askOrElse(UnitOfWork work, int round, ModelRequest question, Runnable otherwise) {
		if (!this.conversation.ask(work, ModelRole.JOINER, null, work.requirePlan().revision(), round, question)) {
			otherwise.run();
		}
	}

	private static List<Attempt> talk(UnitOfWork work) {
		return work.execution().attempts(ModelRole.JOINER, work.requirePlan().revision());
	}

	private JoinBrief brief(UnitOfWork work) {
		Set<String> verified = work.execution()
			.runs()
			.stream()
			.filter((run) -> run.verification() != null && run.verification() != VerificationLevel.NONE)
			.map(TaskRun::taskId)
			.collect(Collectors.toSet());
		return new JoinBrief(work.objective().text(), work.requirePlan(), work.execution().artifacts(),
				work.execution().states(), verified, this.requests.outputSchema(work),
				this.model.contextTokens(ModelRole.JOINER), ModelRequest.DEFAULT_TIMEOUT);
	}

}
