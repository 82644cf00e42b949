package dev.babyagi.learning.reflect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.babyagi.lesson.Lesson;
import dev.babyagi.lesson.LessonSource;
import dev.babyagi.lesson.LessonText;
import dev.babyagi.lesson.Lessons;
import dev.babyagi.memory.TextLikeness;

/**
 * Applies what a reflection proposes to the lessons of a family, one change at a time. No
 * change takes effect by the word of the model alone: an added or edited lesson is a
 * candidate, and a lesson is retired only if its latest uses were mostly wrong.
 */
@Component
class LessonCuration {

	/** The least cosine of two lessons that say the same. */
	private static final double SAME = 0.9;

	/** What two alike sentences may differ in and mean something else. */
	private static final Pattern TELLING = Pattern.compile(
			"\\p{N}+|[^\\s\\p{L}\\p{N}.,;:!?'\"()]|\\b(?:not|no|never|without|un\\w+)\\b", Pattern.CASE_INSENSITIVE);

	private final Lessons lessons;

	private final TextLikeness likeness;

	LessonCuration(Lessons lessons, TextLikeness likeness) {
		this.lessons = lessons;
		this.likeness = likeness;
	}

	/** Finds the lesson that says the same already. It may ask a model of embeddings. */
	private Optional<Lesson> same(ProposedLesson proposal, List<Lesson> present) {
		String said = whole(proposal.text());
		return present.stream().filter((lesson) -> saysTheSame(said, whole(lesson.text()))).findFirst();
	}

	private boolean saysTheSame(String one, String other) {
		return telling(one).equals(telling(other)) && this.likeness.of(one, other) >= SAME;
	}

	private static String whole(LessonText text) {
		return text.when() + " " + text.content();
	}

	private static Set<String> telling(String text) {
		return TELLING.matcher(text)
			.results()
			.map(MatchResult::group)
			.map((part) -> part.toLowerCase(Locale.ROOT))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** Applies proposals, in the caller's transaction. */
	Curated apply(String tenant, UUID family, LessonSource source, Map<String, Lesson> labelled,
			List<ProposedLesson> proposals, ProposalCheck check) {
		List<String> refused = new ArrayList<>();
		for (ProposedLesson proposal : proposals) {
			Lesson target = labelled.get(proposal.label());
			switch (proposal.action()) {
				case "retire" -> doubt(target);
				case "merge" -> confirm(target, source);
				default -> {
					Optional<String> refusal = check.refusal(proposal.text());
					refusal.ifPresentOrElse(refused::add, () -> keep(tenant, family, source, proposal, target));
				}
			}
		}
		return new Curated(proposals.size(), refused);
	}

	/** A lesson that is doubted is retired if its latest uses bear that out. */
	private void doubt(@Nullable Lesson target) {
		present(target).filter(this.lessons::isDoubtful)
			.ifPresent((lesson) -> this.lessons.retire(lesson, "A reflection doubts it, and so do its latest uses"));
	}

	private void confirm(@Nullable Lesson target, LessonSource source) {
		present(target).ifPresent((lesson) -> this.lessons.confirm(lesson, source));
	}

	private Optional<Lesson> present(@Nullable Lesson target) {
		return Optional.ofNullable(target).flatMap((lesson) -> this.lessons.find(lesson.getId()));
	}

	/** Stores a candidate, unless a present lesson says the same. */
	private void keep(String tenant, UUID family, LessonSource source, ProposedLesson proposal,
			@Nullable Lesson target) {
		Optional<Lesson> same = same(proposal, this.lessons.current(family));
		if (same.isPresent()) {
			this.lessons.confirm(same.get(), source);
			return;
		}
		UUID replaces = proposal.action().equals("edit") ? present(target).map(Lesson::getId).orElse(null) : null;
		this.lessons.propose(tenant, family, proposal.text(), source, replaces);
	}

	/**
	 * What came of a reflection.
	 *
	 * @param proposed how many lessons were proposed
	 * @param refused why some were not kept
	 */
	record Curated(int proposed, List<String> refused) {

	}

}
