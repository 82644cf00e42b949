package dev.babyagi.lesson;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * A short rule that was learned from feedback.
 */
@Entity
@Table(name = "lesson")
public class Lesson implements Persistable<UUID> {

	@Id
	private UUID id;

	private String tenant;

	private UUID familyId;

	private String title;

	@Column(name = "applies_when")
	private String when;

	@Column(name = "applies_not")
	private String whenNot;

	private String content;

	@Enumerated(EnumType.STRING)
	private LessonState state = LessonState.CANDIDATE;

	private boolean pinned;

	private @Nullable String reason;

	private @Nullable UUID replaces;

	@Version
	private int version;

	private int wording;

	private int wins;

	private int losses;

	private int replays;

	private int rightWith;

	private Instant createdAt;

	private Instant changedAt;

	@Transient
	private boolean stored;

	@SuppressWarnings("NullAway.Init")
	protected Lesson() {
	}

	Lesson(UUID id, String tenant, UUID familyId, LessonText text, @Nullable UUID replaces, Instant now) {
		this.id = id;
		this.tenant = tenant;
		this.familyId = familyId;
		this.replaces = replaces;
		this.createdAt = now;
		this.changedAt = now;
		setText(text);
	}

	private void setText(LessonText text) {
		this.title = text.title();
		this.when = text.when();
		this.whenNot = text.whenNot();
		this.content = text.content();
	}

	/** Changes its words. Unless it is pinned, it must prove itself again. */
	void edit(LessonText text, Instant now) {
		setText(text);
		beginAnew();
		move(this.pinned ? this.state : LessonState.CANDIDATE, "Its words were changed", now);
	}

	/** Makes it a candidate about which nothing is known. */
	void tryAgain(Instant now) {
		beginAnew();
		move(LessonState.CANDIDATE, "It is tried again", now);
	}

	private void beginAnew() {
		this.wording++;
		this.wins = 0;
		this.losses = 0;
		this.replays = 0;
		this.rightWith = 0;
	}

	/** Moves it to a state. */
	void move(LessonState next, String why, Instant now) {
		this.state = next;
		this.reason = why;
		this.changedAt = now;
	}

	void pin(boolean value, Instant now) {
		this.pinned = value;
		this.changedAt = now;
	}

	/** Notes what its replays have shown. */
	void replayed(ReplayTally tally, Instant now) {
		this.wins = tally.wins();
		this.losses = tally.losses();
		this.replays = tally.pairs();
		this.rightWith = tally.rightWith();
		this.changedAt = now;
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	@Override
	public boolean isNew() {
		return !this.stored;
	}

	@PostLoad
	@PostPersist
	void markStored() {
		this.stored = true;
	}

	public LessonId id() {
		return new LessonId(this.id);
	}

	public String tenant() {
		return this.tenant;
	}

	/** The family of objectives it is for. */
	public UUID familyId() {
		return this.familyId;
	}

	public LessonText text() {
		return new LessonText(this.title, this.when, this.whenNot, this.content);
	}

	public LessonState state() {
		return this.state;
	}

	/** Whether somebody vouches for it: it is active and never retired by itself. */
	public boolean isPinned() {
		return this.pinned;
	}

	/** Why it is in its state. */
	public @Nullable String reason() {
		return this.reason;
	}

	/** The lesson that it retires once it is active. */
	public @Nullable UUID replaces() {
		return this.replaces;
	}

	/** Raised with each change. */
	public int version() {
		return this.version;
	}

	/** Raised when its words change, or when it is tried again. */
	public int wording() {
		return this.wording;
	}

	/** What its replays have shown. */
	public ReplayTally tally() {
		return new ReplayTally(this.replays, this.rightWith, this.wins, this.losses);
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public Instant changedAt() {
		return this.changedAt;
	}

}
