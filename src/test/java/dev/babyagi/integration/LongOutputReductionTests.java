package dev.babyagi.integration;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.babyagi.execution.Artifact;
import dev.babyagi.language.TextPieces;
import dev.babyagi.language.TokenEstimate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An output becomes as short as it must, call by call, and each call follows from the
 * replies to those before it.
 */
class LongOutputReductionTests {

	private static final int WINDOW = 2_000;

	private static final String LONG = "The left part has no number that matters here. ".repeat(1_200);

	private final Integration integration = new Integration();

	private final Map<String, String> replies = new HashMap<>();

	@Test
	void leavesOutputsAloneThatFit() {
		Integration.Shortened shortened = shorten(brief("t1", "short", "t2", "x ".repeat(1_500)));
		assertThat(shortened.open()).isEmpty();
		assertThat(shortened.brief().summaries()).isEmpty();
	}

	@Test
	void makesOneOfFiveUntilTheyAreShortEnough() {
		JoinBrief brief = brief("t1", LONG, "t2", "short");
		int pieces = answerAll(brief, "A figure of 4711. ".repeat(20));
		assertThat(pieces).isGreaterThan(10);
		int groups = answerAll(brief, "All figures are 4711.");
		assertThat(groups).isEqualTo(Math.ceilDiv(pieces, 5));
		Integration.Shortened shortened = shorten(brief);
		assertThat(shortened.open()).isEmpty();
		assertThat(shortened.brief().summaries()).containsOnlyKeys("t1");
		assertThat(this.integration.askJoin(shortened.brief()).user()).contains("All figures are 4711.", "short");
		assertThat(this.replies.keySet()).containsExactlyInAnyOrderElementsOf(
				IntStream.rangeClosed(1, pieces + groups).mapToObj((n) -> "t1 " + n).toList());
	}

	@Test
	void keepsToTheWindowAndToTwoHundredTokens() {
		JoinBrief brief = brief("t1", LONG, "t2", LONG);
		assertThat(shorten(brief).open()).isNotEmpty()
			.allSatisfy((part) -> assertThat(
					TokenEstimate.in(part.request().system()) + TokenEstimate.in(part.request().user()))
				.isLessThanOrEqualTo(WINDOW * 3 / 4));
		answerAll(brief, "A word 4711 ".repeat(500));
		assertThat(shorten(brief).open()).isNotEmpty()
			.allSatisfy((part) -> assertThat(TokenEstimate.in(part.request().user())).isLessThan(WINDOW));
	}

	@Test
	void shortensOnlyTheLongestIfThatIsEnough() {
		JoinBrief brief = brief("t1", LONG, "t2", "The right part has 12 of them. ".repeat(60));
		answerAll(brief, "A figure of 4711.");
		assertThat(shorten(brief).brief().summaries()).containsOnlyKeys("t1");
	}

	@Test
	void asksForNoMoreOfAnOutputThatCannotBeSummarized() {
		JoinBrief brief = brief("t1", LONG, "t2", LONG);
		SummaryPart first = shorten(brief).open().getFirst();
		this.replies.put(first.taskId() + " " + first.number(), "");
		assertThat(shorten(brief).open()).isNotEmpty().allMatch((part) -> part.taskId().equals("t2"));
		answerAll(brief, "A figure of 4711.");
		assertThat(shorten(brief).brief().summaries()).containsOnlyKeys("t2");
	}

	@Test
	void dividesNoNumber() {
		String text = "4711 ".repeat(10_000).strip();
		List<String> pieces = TextPieces.of(text, 1_000);
		assertThat(String.join("", pieces)).isEqualTo(text);
		assertThat(pieces).hasSizeBetween(17, 19)
			.allMatch((piece) -> TokenEstimate.in(piece) <= 1_000)
			.allMatch((piece) -> piece.strip().matches("4711( 4711)*"));
		assertThat(String.join("", TextPieces.of("中".repeat(3_000) + "😀".repeat(999), 700)))
			.isEqualTo("中".repeat(3_000) + "😀".repeat(999));
	}

	/** Answers every call that is open, and returns how many that were. */
	private int answerAll(JoinBrief brief, String reply) {
		List<SummaryPart> open = shorten(brief).open();
		open.forEach((part) -> this.replies.put(part.taskId() + " " + part.number(), reply));
		return open.size();
	}

	private Integration.Shortened shorten(JoinBrief brief) {
		return this.integration.shorten(brief, this::reply);
	}

	private @Nullable String reply(String taskId, int number) {
		return this.replies.get(taskId + " " + number);
	}

	private static JoinBrief brief(String... idsAndOutputs) {
		Map<String, Artifact> artifacts = Briefs.artifacts(idsAndOutputs);
		return new JoinBrief("How many are there?", Briefs.PLAN, artifacts, Map.of(), Set.of(), null, WINDOW,
				Duration.ofSeconds(60));
	}

}
