package dev.babyagi.journey.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.babyagi.journey.LimitPolicy;
import dev.babyagi.journey.web.ObjectiveRequest.LearningUseRequest;
import dev.babyagi.journey.web.ObjectiveRequest.LimitsRequest;
import dev.babyagi.journey.web.ObjectiveRequest.MemoryUseRequest;
import dev.babyagi.objective.ContextId;
import dev.babyagi.objective.ContextUse;
import dev.babyagi.objective.IdGenerator;
import dev.babyagi.objective.LearningUse;
import dev.babyagi.objective.Limits;
import dev.babyagi.objective.MemoryUse;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.Objectives;
import dev.babyagi.objective.OnBusy;
import dev.babyagi.objective.Submission;
import dev.babyagi.objective.WireId;
import dev.babyagi.planning.PlanningMode;
import dev.babyagi.schema.InvalidJsonSchema;
import dev.babyagi.schema.JsonSchema;
import dev.babyagi.tool.ToolCatalogue;
import dev.babyagi.web.CallerTenant;
import dev.babyagi.web.Problem;
import dev.babyagi.web.Problem.FieldError;
import dev.babyagi.web.ProblemType;

/**
 * Turns a well-formed request into a submission, or rejects it with every field that
 * cannot be met.
 */
@Component
class RequestReader {

	private static final int USUAL = 5;

	private static final LimitsRequest NO_LIMITS = new LimitsRequest(null, null, null, null, null, null, null);

	private static final LearningUseRequest USUAL_LEARNING = new LearningUseRequest(null, null);

	private static final MemoryUseRequest USUAL_MEMORY = new MemoryUseRequest(null, null);

	private final LimitPolicy limits;

	private final ToolCatalogue catalogue;

	private final Objectives objectives;

	private final CallerTenant tenant;

	private final IdGenerator ids;

	private final Clock clock;

	RequestReader(LimitPolicy limits, ToolCatalogue catalogue, Objectives objectives, CallerTenant tenant,
			IdGenerator ids, Clock clock) {
		this.limits = limits;
		this.catalogue = catalogue;
		this.objectives = objectives;
		this.tenant = tenant;
		this.ids = ids;
		this.clock = clock;
	}

	Submission read(ObjectiveRequest request) {
		ContextUse context = context(request);
		LimitsRequest wanted = (request.limits() != null) ? request.limits() : NO_LIMITS;
		Limits limits = limits(wanted);
		int parallelism = or(request.parallelism(), this.limits.parallelism());
		checkVisible(request.objective());
		List<FieldError> errors = new ArrayList<>();
		checkLimits(limits, errors);
		checkMost("/parallelism", parallelism, this.limits.maxParallelism(), errors);
		checkTools(request.tools(), errors);
		checkSchema(request, errors);
		MemoryUse memory = memory(request, errors);
		refuse(errors);
		PlanningMode planning = (request.planning() != null) ? request.planning() : PlanningMode.AUTO;
		return new Submission(request.objective(), context,
				(request.outputSchema() != null) ? request.outputSchema().toString() : null,
				planning.name().toLowerCase(Locale.ROOT), limits, parallelism, or(request.priority(), USUAL),
				request.tools(), memory, learning(request),
				(request.metadata() != null) ? request.metadata() : Map.of());
	}

	/**
	 * {@code @NotBlank} accepts some spaces and marks that are invisible; this does not.
	 */
	private static void checkVisible(String objective) {
		if (objective.codePoints().noneMatch(RequestReader::isVisible)) {
			throw Problem.invalid("/objective", "must not be blank");
		}
	}

	private static boolean isVisible(int codePoint) {
		return !Character.isWhitespace(codePoint) && !Character.isSpaceChar(codePoint)
				&& Character.getType(codePoint) != Character.FORMAT;
	}

	private ContextUse context(ObjectiveRequest request) {
		String text = request.contextId();
		if (text == null) {
			return ContextUse.fresh(new ContextId(this.ids.next()));
		}
		ContextId id = WireId.parse("ctx", text)
			.map(ContextId::new)
			.orElseThrow(() -> Problem.invalid("/contextId", "is not an id of a context, such as ctx_01M88..."));
		return new ContextUse(id, true, or(request.onBusy(), OnBusy.ENQUEUE));
	}

	private MemoryUse memory(ObjectiveRequest request, List<FieldError> errors) {
		List<String> references = or(request.references(), List.of());
		List<UUID> ids = new ArrayList<>();
		for (int index = 0; index < references.size(); index++) {
			UUID id = WireId.parse("obj", references.get(index)).orElse(null);
			if (id != null && this.objectives.find(new ObjectiveId(id), this.tenant.id()).isPresent()) {
				ids.add(id);
			}
			else {
				errors.add(new FieldError("/references/" + index, "is no objective of yours"));
			}
		}
		MemoryUseRequest memory = or(request.memory(), USUAL_MEMORY);
		return new MemoryUse(or(memory.read(), true), or(memory.write(), true), ids.stream().distinct().toList());
	}

	private static LearningUse learning(ObjectiveRequest request) {
		LearningUseRequest learning = or(request.learning(), USUAL_LEARNING);
		return new LearningUse(or(learning.use(), true), or(learning.teach(), true));
	}

	private Limits limits(LimitsRequest wanted) {
		Limits defaults = this.limits.defaults();
		return new Limits(Money.stored(or(wanted.maxCostUsd(), defaults.maxCostUsd())),
				or(wanted.maxTokens(), defaults.maxTokens()), or(wanted.maxModelCalls(), defaults.maxModelCalls()),
				or(wanted.maxTasks(), defaults.maxTasks()), or(wanted.maxReplans(), defaults.maxReplans()),
				or(wanted.maxDuration(), defaults.maxDuration()), wanted.deadline());
	}

	private void checkLimits(Limits limits, List<FieldError> errors) {
		Limits most = this.limits.maximum();
		checkMost("/limits/maxCostUsd", limits.maxCostUsd(), most.maxCostUsd(), errors);
		checkMost("/limits/maxTokens", limits.maxTokens(), most.maxTokens(), errors);
		checkMost("/limits/maxModelCalls", limits.maxModelCalls(), most.maxModelCalls(), errors);
		checkMost("/limits/maxTasks", limits.maxTasks(), most.maxTasks(), errors);
		checkMost("/limits/maxReplans", limits.maxReplans(), most.maxReplans(), errors);
		checkMost("/limits/maxDuration", limits.maxDuration(), most.maxDuration(), errors);
		if (limits.maxDuration().compareTo(Duration.ofSeconds(1)) < 0) {
			errors.add(new FieldError("/limits/maxDuration",
					"is " + limits.maxDuration() + ", but must be at least PT1S"));
		}
		Instant deadline = limits.deadline();
		if (deadline != null && !deadline.isAfter(this.clock.instant())) {
			errors.add(new FieldError("/limits/deadline", "has passed"));
		}
	}

	private static <T extends Comparable<T>> void checkMost(String pointer, T value, T most, List<FieldError> errors) {
		if (value.compareTo(most) > 0) {
			errors.add(new FieldError(pointer, "is " + value + ", but must be at most " + most));
		}
	}

	private void checkTools(@Nullable List<String> tools, List<FieldError> errors) {
		if (tools == null) {
			return;
		}
		for (int index = 0; index < tools.size(); index++) {
			if (this.catalogue.find(tools.get(index)).isEmpty()) {
				errors.add(new FieldError("/tools/" + index, "is not a tool; GET /v1/tools lists them"));
			}
		}
	}

	private static void checkSchema(ObjectiveRequest request, List<FieldError> errors) {
		if (request.outputSchema() == null) {
			return;
		}
		if (!request.outputSchema().isObject()) {
			throw Problem.invalid("/outputSchema", "must be an object");
		}
		try {
			JsonSchema.compile(request.outputSchema());
		}
		catch (InvalidJsonSchema ex) {
			ex.problems().forEach((problem) -> errors.add(new FieldError("/outputSchema", problem)));
		}
	}

	private static void refuse(List<FieldError> errors) {
		if (errors.isEmpty()) {
			return;
		}
		String fields = String.join(", ", errors.stream().map(FieldError::pointer).distinct().toList());
		Problem problem = Problem.of(ProblemType.UNPROCESSABLE, "These fields ask for something impossible: " + fields);
		errors.forEach((error) -> problem.error(error.pointer(), error.detail()));
		throw problem;
	}

	private static <T> T or(@Nullable T value, T otherwise) {
		return (value != null) ? value : otherwise;
	}

}
