package dev.babyagi.learning;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.babyagi.dispatch.BackgroundWork;
import dev.babyagi.experiment.ExperimentSettings;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.lesson.Lesson;
import dev.babyagi.lesson.LessonFilter;
import dev.babyagi.lesson.LessonState;
import dev.babyagi.lesson.Lessons;
import dev.babyagi.operation.DailyBudget;

/**
 * Tells what learning has spent today, what is left, what waits, and what was refused.
 */
@Component
public class LearningReport {

	/** The most refusals that are shown. */
	private static final int MOST_REFUSED = 20;

	private static final long DAYS = 7;

	private static final int MOST_CANDIDATES = 500;

	private final FeedbackRows feedback;

	private final Lessons lessons;

	private final LearningBudget budget;

	private final BackgroundWork work;

	private final ExperimentSettings settings;

	private final Clock clock;

	LearningReport(FeedbackRows feedback, Lessons lessons, LearningBudget budget, BackgroundWork work,
			ExperimentSettings settings, Clock clock) {
		this.feedback = feedback;
		this.lessons = lessons;
		this.budget = budget;
		this.work = work;
		this.settings = settings;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	public Learning of(String tenant) {
		List<Spent> spent = Stream.of(LearningBudget.REFLECT, LearningBudget.REPLAY)
			.map((purpose) -> Spent.of(purpose, this.budget.usedToday(tenant, purpose)))
			.toList();
		return new Learning(this.settings.enabled(), this.settings.holdout(),
				Budget.of(this.budget.ofToday(tenant), spent), spent,
				new Waiting(this.feedback.countByTenantAndReflection(tenant, ReflectionState.WAITING), replays(tenant)),
				new Counts(this.lessons.count(tenant, LessonState.CANDIDATE),
						this.lessons.count(tenant, LessonState.ACTIVE),
						this.lessons.count(tenant, LessonState.RETIRED)),
				new Judge(this.feedback.judged(tenant), this.feedback.agreed(tenant)), refused(tenant));
	}

	/** The newest candidates are looked at. */
	private int replays(String tenant) {
		List<UUID> candidates = this.lessons
			.list(tenant, new LessonFilter(LessonState.CANDIDATE, null, null), MOST_CANDIDATES)
			.stream()
			.map(Lesson::getId)
			.toList();
		return this.work.count(FeedbackIntake.REPLAY, candidates);
	}

	private List<Refused> refused(String tenant) {
		Instant since = this.clock.instant().minus(DAYS, ChronoUnit.DAYS);
		List<Refused> refused = new ArrayList<>();
		this.feedback.noted(tenant, since, Limit.of(MOST_REFUSED))
			.forEach((row) -> refused
				.add(new Refused(row.id().toString(), String.valueOf(row.reflectionNote()), row.changedAt())));
		for (Lesson lesson : this.lessons.list(tenant, new LessonFilter(LessonState.RETIRED, null, null),
				MOST_REFUSED)) {
			refused.add(new Refused(lesson.id().toString(), String.valueOf(lesson.reason()), lesson.changedAt()));
		}
		refused.sort(Comparator.comparing(Refused::at).reversed());
		return refused.stream().limit(MOST_REFUSED).toList();
	}

	/** The amount without zeros at its end. */
	private static BigDecimal plain(BigDecimal amount) {
		BigDecimal stripped = amount.stripTrailingZeros();
		return (stripped.scale() < 0) ? stripped.setScale(0) : stripped;
	}

	/**
	 * How learning stands.
	 *
	 * @param enabled whether lessons are made and used
	 * @param holdout the share of objectives without their active lesson
	 * @param budget what today allows
	 * @param spent what today's calls used, by purpose
	 * @param waiting what waits
	 * @param lessons how many there are
	 * @param judge how far judges agree with people
	 * @param refused what was refused or retired lately, and why; the latest first
	 */
	public record Learning(boolean enabled, double holdout, Budget budget, List<Spent> spent, Waiting waiting,
			Counts lessons, Judge judge, List<Refused> refused) {

	}

	/**
	 * What a day (UTC) allows.
	 *
	 * @param tokens tokens; grows with what the objectives of the day use
	 * @param tokensLeft what is left of them
	 * @param costUsd US dollars; counts for models that have a price
	 * @param costUsdLeft what is left of them
	 */
	public record Budget(long tokens, long tokensLeft, BigDecimal costUsd, BigDecimal costUsdLeft) {

		static Budget of(DailyBudget allowed, List<Spent> spent) {
			long tokens = spent.stream().mapToLong((one) -> one.inputTokens() + one.outputTokens()).sum();
			BigDecimal cost = spent.stream().map(Spent::costUsd).reduce(BigDecimal.ZERO, BigDecimal::add);
			return new Budget(allowed.tokens(), Math.max(0, allowed.tokens() - tokens), plain(allowed.costUsd()),
					plain(allowed.costUsd().subtract(cost).max(BigDecimal.ZERO)));
		}

	}

	/**
	 * What the calls for one purpose have used today; open ones count with their
	 * reservation.
	 *
	 * @param purpose reflect or replay
	 * @param modelCalls requests to the endpoint
	 * @param inputTokens tokens of prompts
	 * @param outputTokens tokens of replies
	 * @param costUsd US dollars
	 */
	public record Spent(String purpose, int modelCalls, long inputTokens, long outputTokens, BigDecimal costUsd) {

		static Spent of(String purpose, ModelUsage used) {
			return new Spent(purpose, used.calls(), used.inputTokens(), used.outputTokens(), plain(used.costUsd()));
		}

	}

	/**
	 * What waits.
	 *
	 * @param reflections feedback that is not reflected on yet
	 * @param replays candidates whose replays wait or are under way
	 */
	public record Waiting(int reflections, int replays) {

	}

	/**
	 * How many lessons there are.
	 *
	 * @param candidate not proved yet
	 * @param active in use
	 * @param retired in no prompt any more
	 */
	public record Counts(int candidate, int active, int retired) {

	}

	/**
	 * How far judges agree with people. What a judge says teaches nothing by itself.
	 *
	 * @param compared outputs of which both a judge and people said whether they were
	 * right
	 * @param agreed those of which they said the same
	 */
	public record Judge(int compared, int agreed) {

	}

	/**
	 * Something that did not become or remain a lesson.
	 *
	 * @param id the feedback or the lesson
	 * @param why why not
	 * @param at since when
	 */
	public record Refused(String id, String why, Instant at) {

	}

}
