package dev.babyagi.lesson;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.babyagi.experiment.MeasuredEffect;
import dev.babyagi.objective.IdGenerator;
import dev.babyagi.objective.ObjectiveId;

/**
 * The repository of lessons. Every method that writes runs in the caller's transaction.
 */
@Component
public class Lessons {

	/** The most lessons of one family that prompts may hold. */
	public static final int MOST_OF_FAMILY = 20;

	private static final int LATEST = 5;

	private final LessonRows rows;

	private final LessonSources sources;

	private final LessonUses uses;

	private final EntityManager entities;

	private final ApplicationEventPublisher events;

	private final IdGenerator ids;

	private final Clock clock;

	Lessons(LessonRows rows, LessonSources sources, LessonUses uses, EntityManager entities,
			ApplicationEventPublisher events, IdGenerator ids, Clock clock) {
		this.rows = rows;
		this.sources = sources;
		this.uses = uses;
		this.entities = entities;
		this.events = events;
		this.ids = ids;
		this.clock = clock;
	}

	/**
	 * Stores a candidate. If its family is full, the oldest candidate in it is retired,
	 * else the oldest lesson.
	 * @param source what taught it
	 * @param replaces the lesson that it retires once it is active, or {@code null}
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Lesson propose(String tenant, UUID family, LessonText text, LessonSource source, @Nullable UUID replaces) {
		List<Lesson> current = current(family);
		if (current.size() >= MOST_OF_FAMILY) {
			current.reversed()
				.stream()
				.filter((lesson) -> !lesson.isPinned())
				.min(Comparator.comparing(Lesson::state))
				.ifPresent((lesson) -> retire(lesson, "Its family has %d newer lessons".formatted(MOST_OF_FAMILY)));
		}
		Lesson lesson = new Lesson(this.ids.next(), tenant, family, text, replaces, this.clock.instant());
		this.entities.persist(lesson);
		this.sources.add(lesson, source, true);
		changed();
		return lesson;
	}

	/** Notes that something else taught the same. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void confirm(Lesson lesson, LessonSource source) {
		this.sources.add(lesson, source, false);
	}

	/** Makes a candidate active, and retires what it replaces. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void admit(Lesson lesson, String why) {
		lesson.move(LessonState.ACTIVE, why, this.clock.instant());
		UUID replaced = lesson.replaces();
		if (replaced != null) {
			this.rows.findById(replaced)
				.filter((other) -> other.state() != LessonState.RETIRED && !other.isPinned())
				.ifPresent((other) -> retire(other, "Replaced by " + lesson.id()));
		}
		changed();
	}

	/**
	 * Whether a lesson that nobody vouches for was wrong in half of its latest uses or
	 * more.
	 */
	public boolean isDoubtful(Lesson lesson) {
		List<Boolean> latest = this.uses.latest(lesson, LATEST);
		long wrong = latest.stream().filter((success) -> !success).count();
		return !lesson.isPinned() && lesson.state() != LessonState.RETIRED && wrong >= 2 && 2 * wrong >= latest.size();
	}

	/** Makes a lesson a candidate again, about which nothing is known. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void tryAgain(Lesson lesson) {
		lesson.tryAgain(this.clock.instant());
		changed();
	}

	@Transactional(propagation = Propagation.MANDATORY)
	public void retire(Lesson lesson, String why) {
		lesson.move(LessonState.RETIRED, why, this.clock.instant());
		changed();
	}

	/** Notes what the replays of a lesson have shown so far, if that is news. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void replayed(Lesson lesson, ReplayTally tally) {
		if (!lesson.tally().equals(tally)) {
			lesson.replayed(tally, this.clock.instant());
		}
	}

	/** Changes the words of a lesson. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void edit(Lesson lesson, LessonText text) {
		lesson.edit(text, this.clock.instant());
		changed();
	}

	/** Pins a lesson, which makes it active, or lets it go. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void pin(Lesson lesson, boolean pinned) {
		Instant now = this.clock.instant();
		lesson.pin(pinned, now);
		if (pinned && lesson.state() != LessonState.ACTIVE) {
			lesson.move(LessonState.ACTIVE, "It was pinned", now);
		}
		changed();
	}

	/** Erases a lesson and everything that is known of it. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void erase(Lesson lesson) {
		this.sources.erase(lesson.getId());
		this.uses.eraseOf(lesson.getId());
		this.rows.delete(lesson);
		this.events.publishEvent(new LessonErased(lesson.getId()));
		changed();
	}

	private void changed() {
		this.events.publishEvent(new LessonsChanged());
	}

	/** At most {@code limit} lessons that the filter matches, newest first. */
	@Transactional(readOnly = true)
	public List<Lesson> list(String tenant, LessonFilter filter, int limit) {
		return this.rows.findBy(filter.of(tenant),
				(query) -> query.sortBy(Sort.by("createdAt", "id").descending()).limit(limit).all());
	}

	/** Finds a lesson of a tenant. */
	public Optional<Lesson> find(String tenant, UUID id) {
		return this.rows.findByIdAndTenant(id, tenant);
	}

	/** Finds a lesson of any tenant, for work in the background. */
	public Optional<Lesson> find(UUID id) {
		return this.rows.findById(id);
	}

	/** The lessons of a family that prompts may hold, newest first. */
	public List<Lesson> current(UUID family) {
		return this.rows.current(family, Limit.of(2 * MOST_OF_FAMILY));
	}

	/** How many lessons a tenant has in a state. */
	public int count(String tenant, LessonState state) {
		return this.rows.countByTenantAndState(tenant, state);
	}

	/** The objectives whose feedback taught a lesson. */
	public List<ObjectiveId> sources(Lesson lesson) {
		return this.sources.of(lesson.getId()).stream().map(LessonSource::objective).distinct().toList();
	}

	/** Those of its sources that gave it its words. */
	public List<ObjectiveId> sourcesOfWords(Lesson lesson) {
		return this.sources.ofWords(lesson.getId()).stream().map(LessonSource::objective).distinct().toList();
	}

	/** What the present words of a lesson bring. */
	public MeasuredEffect effect(Lesson lesson) {
		return this.uses.effect(lesson);
	}

	/**
	 * Retires a lesson by its effect, unless it is pinned, see {@link RetirementRule}.
	 * @return whether it was retired
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean judge(Lesson lesson) {
		if (lesson.isPinned() || lesson.state() == LessonState.RETIRED) {
			return false;
		}
		Optional<String> reason = RetirementRule.reason(lesson, effect(lesson),
				this.uses.latest(lesson, RetirementRule.WINDOW));
		reason.ifPresent((why) -> retire(lesson, why));
		return reason.isPresent();
	}

}
