package dev.babyagi.learning.reflect;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.dispatch.BackgroundHandler;
import dev.babyagi.dispatch.BackgroundWork;
import dev.babyagi.dispatch.WorkResult;
import dev.babyagi.family.ObjectiveFamilies;
import dev.babyagi.language.LanguageModel;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelRole;
import dev.babyagi.learning.FeedbackIntake;
import dev.babyagi.learning.FeedbackVerdict;
import dev.babyagi.learning.LabelledRuns;
import dev.babyagi.learning.LearningBudget;
import dev.babyagi.learning.ObjectiveFeedback;
import dev.babyagi.learning.ReflectionState;
import dev.babyagi.learning.replay.ReplaySchedule;
import dev.babyagi.lesson.LessonSource;
import dev.babyagi.memory.RecallTrace;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.Objectives;
import dev.babyagi.operation.BackgroundCallRunner;
import dev.babyagi.operation.CallRequest;
import dev.babyagi.operation.OperationError;

/**
 * Reflects on feedback: finds the family of its objective, asks for lessons if the answer
 * was wrong, and has the candidates of the family replayed.
 */
@Component
class ReflectionHandler implements BackgroundHandler {

	private static final Duration PAUSE = Duration.ofMillis(500);

	private static final Logger log = LoggerFactory.getLogger(ReflectionHandler.class);

	private final LabelledRuns feedback;

	private final Objectives objectives;

	private final ObjectiveFamilies families;

	private final ReflectionSources sources;

	private final LessonCuration curation;

	private final ReplaySchedule replays;

	private final ObjectProvider<RecallTrace> trace;

	private final LanguageModel model;

	private final BackgroundCallRunner calls;

	private final LearningBudget budget;

	private final BackgroundWork work;

	private final TransactionTemplate transaction;

	private final Clock clock;

	ReflectionHandler(LabelledRuns feedback, Objectives objectives, ObjectiveFamilies families,
			ReflectionSources sources, LessonCuration curation, ReplaySchedule replays,
			ObjectProvider<RecallTrace> trace, LanguageModel model, BackgroundCallRunner calls, LearningBudget budget,
			BackgroundWork work, TransactionTemplate transaction, Clock clock) {
		this.feedback = feedback;
		this.objectives = objectives;
		this.families = families;
		this.sources = sources;
		this.curation = curation;
		this.replays = replays;
		this.trace = trace;
		this.model = model;
		this.calls = calls;
		this.budget = budget;
		this.work = work;
		this.transaction = transaction;
		this.clock = clock;
	}

	@Override
	public String kind() {
		return FeedbackIntake.REFLECT;
	}

	@Override
	public WorkResult handle(UUID id) {
		try {
			return reflect(id);
		}
		catch (ConcurrencyFailureException | DuplicateKeyException ex) {
			log.debug("Feedback {} is reflected on again: others of its family were handled at the same time", id);
			return new WorkResult.Again(this.clock.instant().plus(PAUSE));
		}
	}

	private WorkResult reflect(UUID id) {
		ObjectiveFeedback given = this.feedback.find(id).orElse(null);
		Objective objective = (given != null) ? this.objectives.find(given.objectiveId(), given.tenant()).orElse(null)
				: null;
		if (given == null || objective == null) {
			return WorkResult.DONE;
		}
		Optional<String> refusal = this.sources.refusal(given, objective).or(() -> taint(objective));
		if (refusal.isPresent()) {
			return end(given, ReflectionState.REFUSED, refusal.get(), null);
		}
		UUID family = family(given, objective);
		if (given.verdict() == FeedbackVerdict.SUCCESS) {
			return end(given, ReflectionState.DONE, null, family);
		}
		return this.sources.brief(given, family)
			.map((brief) -> ask(given, family, brief))
			.orElseGet(() -> end(given, ReflectionState.REFUSED,
					"It does not say what was wrong, and no like objective went well: give a comment or a correction",
					family));
	}

	/** What nobody vouches for teaches nothing. */
	private Optional<String> taint(Objective objective) {
		RecallTrace told = this.trace.getIfAvailable();
		boolean tainted = told != null && told.of(objective).tainted();
		return tainted ? Optional.of("The objective read what nobody vouches for") : Optional.empty();
	}

	private UUID family(ObjectiveFeedback given, Objective objective) {
		UUID there = given.familyId();
		if (there != null) {
			return there;
		}
		Optional<UUID> found = this.families.find(given.tenant(), objective.text());
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			UUID joined = found.orElseGet(() -> this.families.found(given.tenant(), objective.id(), objective.text()));
			present(given).ifPresent((row) -> row.joinFamily(joined));
			return joined;
		}));
	}

	private Optional<ObjectiveFeedback> present(ObjectiveFeedback given) {
		return this.feedback.find(given.getId());
	}

	private WorkResult ask(ObjectiveFeedback given, UUID family, ReflectionBrief brief) {
		ModelRequest request = ReflectionPrompt.ask(brief, this.model.contextTokens(ModelRole.REFLECTOR));
		CallRequest call = new CallRequest(callId(given), LearningBudget.REFLECT, given.tenant(), request,
				this.budget.ofToday(given.tenant()));
		return this.calls.run(call, new Reflected(given, family, brief))
			.<WorkResult>map(WorkResult.Again::new)
			.orElse(WorkResult.ENDED);
	}

	/**
	 * The id of the call in the ledger: feedback that says something else is another
	 * call.
	 */
	private static UUID callId(ObjectiveFeedback given) {
		return UUID.nameUUIDFromBytes((given.getId() + " " + given.said()).getBytes(StandardCharsets.UTF_8));
	}

	private WorkResult end(ObjectiveFeedback given, ReflectionState state, @Nullable String note,
			@Nullable UUID family) {
		this.transaction.executeWithoutResult((status) -> conclude(given, state, note, family));
		return WorkResult.ENDED;
	}

	private void conclude(ObjectiveFeedback given, ReflectionState state, @Nullable String note,
			@Nullable UUID family) {
		unchanged(given).ifPresentOrElse((row) -> {
			row.reflected(state, 0, note);
			finish(row, family);
		}, () -> again(given));
	}

	/** Holds the objective, so that the feedback stays as it is until the commit. */
	private Optional<ObjectiveFeedback> unchanged(ObjectiveFeedback given) {
		return this.objectives.hold(given.objectiveId())
			.flatMap((objective) -> present(given))
			.filter((row) -> row.said().equals(given.said()));
	}

	/** The work is scheduled anew, for what the feedback says now. */
	private void again(ObjectiveFeedback given) {
		this.work.end(FeedbackIntake.REFLECT, given.getId());
		present(given)
			.ifPresent((row) -> this.work.schedule(FeedbackIntake.REFLECT, row.getId(), 0, this.clock.instant()));
	}

	private void finish(ObjectiveFeedback given, @Nullable UUID family) {
		if (family != null) {
			this.replays.ofFamily(family);
		}
		this.work.end(FeedbackIntake.REFLECT, given.getId());
	}

	@Override
	public void cut() {
		this.calls.cut();
	}

	/** Keeps what a reply proposes, unless the feedback was changed meanwhile. */
	private final class Reflected implements BackgroundCallRunner.CallEnd {

		private final ObjectiveFeedback given;

		private final UUID family;

		private final ReflectionBrief brief;

		Reflected(ObjectiveFeedback given, UUID family, ReflectionBrief brief) {
			this.given = given;
			this.family = family;
			this.brief = brief;
		}

		@Override
		public void replied(String reply) {
			ObjectiveFeedback row = unchanged(this.given).orElse(null);
			if (row == null) {
				again(this.given);
				return;
			}
			List<ProposedLesson> proposals = ReflectionReply.read(reply).orElse(null);
			if (proposals == null) {
				failed(new OperationError("unprocessable", "The reply is no JSON object with a list of lessons"));
				return;
			}
			LessonCuration.Curated curated = ReflectionHandler.this.curation.apply(row.tenant(), this.family,
					new LessonSource(row.getId(), row.objectiveId()), this.brief.lessons(), proposals, check());
			String note = curated.refused().isEmpty() ? null : "Not kept: " + String.join("; ", curated.refused());
			row.reflected(ReflectionState.DONE, curated.proposed(), note);
			log.info("Feedback {} led to {} proposed lessons, of which {} were not kept", row.id(), curated.proposed(),
					curated.refused().size());
			finish(row, this.family);
		}

		private ProposalCheck check() {
			String feedback = String.join("\n", text(this.brief.said().comment()),
					text(this.brief.said().correction()));
			ReflectionBrief.Contrast contrast = this.brief.contrast();
			String tasks = String.join("\n", this.brief.asked(), this.brief.answer(),
					text(this.brief.said().expectedOutput()),
					(contrast != null) ? contrast.asked() + "\n" + contrast.answer() : "");
			return new ProposalCheck(tasks, feedback);
		}

		private static String text(@Nullable String part) {
			return (part != null) ? part : "";
		}

		@Override
		public void failed(OperationError error) {
			log.warn("Feedback {} led to no lesson: {}", this.given.id(), error.detail());
			conclude(this.given, ReflectionState.REFUSED, error.detail(), this.family);
		}

		@Override
		public Optional<OperationError> unpaid(Instant renewedAt) {
			return Optional.empty();
		}

	}

}
