package dev.babyagi.journal.web;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.babyagi.execution.TaskState;
import dev.babyagi.journal.live.FeedEvent;
import dev.babyagi.objective.Completeness;
import dev.babyagi.objective.ObjectivePhase;
import dev.babyagi.objective.ObjectiveState;
import dev.babyagi.objective.StopReason;
import dev.babyagi.plan.Origin;

/**
 * Describes the events of a stream for the OpenAPI document. The events themselves are
 * written from what the journal keeps.
 */
final class StreamedEvents {

	/** What the stream of one objective sends. */
	static final List<Class<? extends Record>> OF_OBJECTIVE = List.of(ObjectiveEvent.class, PlanEvent.class,
			TaskEvent.class, DeltaEvent.class, ObjectiveSnapshotEvent.class);

	/** What the stream of all objectives sends. */
	static final List<Class<? extends Record>> OF_ALL = List.of(FeedEvent.class, ObjectivesSnapshotEvent.class);

	private StreamedEvents() {
	}

	/** An objective has entered another state or phase. */
	@Schema(name = "ObjectiveEvent")
	record ObjectiveEvent(@Schema(pattern = "^objective\\.(state|completed|failed|canceled)$") String type,
			long sequence, Instant timestamp, ObjectiveStanding data) {

	}

	@Schema(name = "ObjectiveStanding")
	record ObjectiveStanding(String objectiveId, ObjectiveState state, ObjectivePhase phase,
			@Nullable StopReason stopReason, @Nullable Completeness completeness) {

	}

	/** There is a plan, or another revision of it. */
	@Schema(name = "PlanEvent")
	record PlanEvent(@Schema(pattern = "^plan\\.(created|revised)$") String type, long sequence, Instant timestamp,
			PlanNews data) {

	}

	@Schema(name = "PlanNews")
	record PlanNews(String objectiveId, PlanSummary plan) {

	}

	/**
	 * A revision of a plan.
	 *
	 * @param tasks how many tasks it has
	 */
	@Schema(name = "PlanSummary")
	record PlanSummary(int revision, Origin origin, int tasks) {

	}

	/** A task has entered another state. */
	@Schema(name = "TaskEvent")
	record TaskEvent(@Schema(allowableValues = "task.state") String type, long sequence, Instant timestamp,
			TaskNews data) {

	}

	@Schema(name = "TaskNews")
	record TaskNews(String objectiveId, TaskStanding task) {

	}

	@Schema(name = "TaskStanding")
	record TaskStanding(String id, TaskState state, int attempt) {

	}

	/** A model has written more of a task's text. It is not kept, so it has no id. */
	@Schema(name = "TaskDeltaEvent")
	record DeltaEvent(@Schema(allowableValues = "task.delta") String type, Instant timestamp, TaskDelta data) {

	}

	/**
	 * Text of a task.
	 *
	 * @param version rises when the text of lower versions is obsolete
	 * @param text what comes after the text so far
	 */
	@Schema(name = "TaskDelta")
	record TaskDelta(String objectiveId, TaskAttempt task, int version, String text) {

	}

	@Schema(name = "TaskAttempt")
	record TaskAttempt(String id, int attempt) {

	}

	/** Where an objective stands. Its sequence is that of the last entry in it. */
	@Schema(name = "ObjectiveSnapshotEvent")
	record ObjectiveSnapshotEvent(@Schema(allowableValues = "objective.snapshot") String type, long sequence,
			Instant timestamp, ObjectiveSnapshotData data) {

	}

	@Schema(name = "ObjectiveSnapshot")
	record ObjectiveSnapshotData(String objectiveId, ObjectiveState state, ObjectivePhase phase,
			@Nullable StopReason stopReason, @Nullable Completeness completeness, @Nullable PlanSummary plan,
			List<TaskStanding> tasks) {

	}

	/** The newest objectives of a tenant. */
	@Schema(name = "ObjectivesSnapshotEvent")
	record ObjectivesSnapshotEvent(@Schema(allowableValues = "objectives.snapshot") String type, Instant timestamp,
			ObjectivesSnapshotData data) {

	}

	@Schema(name = "ObjectivesSnapshot")
	record ObjectivesSnapshotData(List<ObjectiveStanding> objectives) {

	}

}
