package dev.babyagi.execution;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveErased;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.plan.Plan;

/**
 * Reads and writes executions: the task runs and attempts of an objective together.
 */
@Component
public class Executions {

	private final TaskRunRows runs;

	private final AttemptRows attempts;

	private final StatelessSession session;

	private final ApplicationEventPublisher events;

	Executions(TaskRunRows runs, AttemptRows attempts, StatelessSession session, ApplicationEventPublisher events) {
		this.runs = runs;
		this.attempts = attempts;
		this.session = session;
		this.events = events;
	}

	/**
	 * Reads the execution of an objective.
	 */
	public Execution find(Objective objective, @Nullable Plan plan) {
		return new Execution(objective.id(), objective.tenant(), plan, this.runs.of(objective.id().id()),
				this.attempts.of(objective.id().id()));
	}

	/**
	 * Whether anything in one of the objectives has seen text that nobody vouches for.
	 */
	public boolean isAnyTainted(Collection<ObjectiveId> objectives) {
		return !objectives.isEmpty() && this.attempts.existsTainted(objectives.stream().map(ObjectiveId::id).toList());
	}

	/**
	 * Makes the execution of an objective of which nothing is stored yet.
	 */
	public Execution begin(Objective objective) {
		return new Execution(objective.id(), objective.tenant(), null, List.of(), List.of());
	}

	/**
	 * Reads an execution whose process may have died, and closes the attempts that it
	 * left open as uncertain, in the caller's transaction, see {@link #record}.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Execution takeOver(Objective objective, @Nullable Plan plan, Instant now) {
		Execution execution = find(objective, plan).copy();
		execution.recover(now);
		record(execution);
		return execution;
	}

	/**
	 * Writes task runs and attempts that are new or changed, and publishes the events, in
	 * the caller's transaction and after its fence. Call {@link #recorded} once that
	 * transaction has committed.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void record(Execution execution) {
		this.session
			.updateMultiple(execution.runs().stream().filter((run) -> run.rowState() == RowState.CHANGED).toList());
		this.session.updateMultiple(
				execution.attempts().stream().filter((attempt) -> attempt.rowState() == RowState.CHANGED).toList());
		this.session.insertMultiple(execution.runs().stream().filter((run) -> run.rowState() == RowState.NEW).toList());
		this.session.insertMultiple(execution.attempts()
			.stream()
			.filter((attempt) -> attempt.rowState() == RowState.NEW && (attempt.isBought() || !attempt.isOpen()))
			.toList());
		publish(execution);
	}

	/**
	 * Notes that the execution is equal to its rows, after the transaction of
	 * {@link #record} has committed.
	 */
	public void recorded(Execution execution) {
		execution.runs().forEach(TaskRun::stored);
		execution.attempts()
			.stream()
			.filter((attempt) -> attempt.isBought() || !attempt.isOpen())
			.forEach(Attempt::stored);
	}

	private void publish(Execution execution) {
		execution.news().forEach(this.events::publishEvent);
	}

	@EventListener
	void on(ObjectiveErased erased) {
		this.runs.erase(erased.id().id());
		this.attempts.erase(erased.id().id());
	}

}
