package dev.babyagi.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.babyagi.execution.Attempt;
import dev.babyagi.execution.Level;
import dev.babyagi.execution.TaskRun;
import dev.babyagi.integration.Answer;
import dev.babyagi.integration.Integration;
import dev.babyagi.integration.JoinBrief;
import dev.babyagi.integration.Verdict;
import dev.babyagi.language.Ask;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.language.Role;
import dev.babyagi.objective.Completeness;
import dev.babyagi.objective.Phase;
import dev.babyagi.plan.Origin;

/**
 * Brings the artifacts together: without a model where the plan's conclusion says how,
 * else by one joining call and at most one repair of it. A gap is for a revision, as long
 * as one can be made.
 */
@Component
class IntegrationStage {

	private final Integration integration;

	private final Commissions commissions;

	private final RevisionStage revision;

	private final Conversation conversation;

	private final LanguageModel model;

	private final Ending ending;

	IntegrationStage(Integration integration, Commissions commissions, RevisionStage revision,
			Conversation conversation, LanguageModel model, Ending ending) {
		this.integration = integration;
		this.commissions = commissions;
		this.revision = revision;
		this.conversation = conversation;
		this.model = model;
		this.ending = ending;
	}

	void integrate(Draft it) {
		Optional<Answer> answer = this.integration.conclude(it.requirePlan(), it.execution().artifacts(),
				this.commissions.outputSchema(it));
		if (answer.isPresent()) {
			this.ending.finish(it, answer.get(), Completeness.FULL);
		}
		else if (it.execution().artifacts().isEmpty() || it.requirePlan().origin() == Origin.EXACT) {
			this.ending.failWithoutAnswer(it);
		}
		else if (this.ending.isOutOfTime(it)) {
			assemble(it);
		}
		else {
			join(it);
		}
	}

	private void join(Draft it) {
		if (!it.isWindingDown()) {
			it.objective().enter(Phase.INTEGRATING);
		}
		JoinBrief brief = brief(it);
		this.conversation.goOn(it, talk(it), (turn) -> {
			if (turn.rounds() == 0) {
				askOrElse(it, 1, this.integration.askJoin(brief), () -> assemble(it));
			}
			else {
				read(it, brief, turn);
			}
		}, (end) -> assemble(it));
	}

	private void read(Draft it, JoinBrief brief, Talk.OurTurn turn) {
		String first = turn.replies().getFirst();
		switch (this.integration.readJoin(brief, first)) {
			case Verdict.Settled settled -> settle(it, settled);
			case Verdict.Faulty faulty when turn.rounds() == 1 -> askOrElse(it, 2,
					this.integration.askJoinRepair(brief, first, faulty), () -> settle(it, faulty.otherwise()));
			case Verdict.Faulty faulty -> settle(it, this.integration.readJoinRepair(brief, faulty, turn.last()));
		}
	}

	private void settle(Draft it, Verdict.Settled verdict) {
		switch (verdict) {
			case Verdict.Satisfied satisfied -> this.ending.finish(it, satisfied.answer(),
					it.isWindingDown() ? Completeness.PARTIAL : Completeness.FULL);
			case Verdict.Gap gap -> {
				if (!it.isWindingDown()) {
					this.revision.replan(it, String.join("; ", gap.missing()));
				}
				if (it.isWindingDown() && !it.isBusy()) {
					this.ending.finish(it, gap.answer(), Completeness.PARTIAL);
				}
			}
		}
	}

	/** What the last joining call found missing; nothing if there was none. */
	String gap(Draft it) {
		return it.execution()
			.attempts(Role.JOINER, it.requirePlan().revision())
			.stream()
			.map(Attempt::answer)
			.filter((reply) -> reply != null)
			.reduce((earlier, later) -> later)
			.map((reply) -> this.integration.readJoin(brief(it), reply))
			.map((verdict) -> (verdict instanceof Verdict.Gap gap) ? String.join("; ", gap.missing()) : "")
			.orElse("");
	}

	private void assemble(Draft it) {
		List<String> gaps = new ArrayList<>();
		gaps.add(this.ending.reasonToStop(it));
		it.execution().failures().forEach((id, reason) -> gaps.add(id + ": " + reason));
		this.integration.assemble(it.requirePlan(), it.execution().artifacts(), it.execution().states(), gaps)
			.ifPresentOrElse((answer) -> this.ending.finish(it, answer, Completeness.PARTIAL),
					() -> this.ending.failWithoutAnswer(it));
	}

	private void askOrElse(Draft it, int round, Ask question, Runnable otherwise) {
		if (!this.conversation.ask(it, Role.JOINER, null, it.requirePlan().revision(), round, question)) {
			otherwise.run();
		}
	}

	private static List<Attempt> talk(Draft it) {
		return it.execution().attempts(Role.JOINER, it.requirePlan().revision());
	}

	private JoinBrief brief(Draft it) {
		Set<String> verified = it.execution()
			.runs()
			.stream()
			.filter((run) -> run.verification() != null && run.verification() != Level.NONE)
			.map(TaskRun::taskId)
			.collect(Collectors.toSet());
		return new JoinBrief(it.objective().text(), it.requirePlan(), it.execution().artifacts(),
				it.execution().states(), verified, this.commissions.outputSchema(it),
				this.model.contextTokens(Role.JOINER), Ask.DEFAULT_TIMEOUT);
	}

}
