package dev.babyagi.memory.index;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.babyagi.memory.IndexedMemory;
import dev.babyagi.memory.MemoryHit;
import dev.babyagi.memory.MemoryKind;
import dev.babyagi.memory.MemoryTrust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What is found, and in which order.
 */
@Execution(ExecutionMode.CONCURRENT)
class RetrievalTests {

	private static final float[] EAST = { 1, 0, 0 };

	private static final float[] NORTH = { 0, 1, 0 };

	private static final float[] UP = { 0, 0, 1 };

	@ParameterizedTest
	@CsvSource({ "用户喜欢喝绿茶,绿茶,用户住在上海", "ユーザーは東京に住んでいます,東京,ユーザーは紅茶が好きです", "사용자는 서울에 살고 있습니다,서울에,사용자는 커피를 좋아합니다",
			"The user prefers green tea,preferring teas,The user lives in Oslo" })
	void findsWordsOfLanguagesWithAndWithoutSpaces(String text, String cue, String other) {
		IndexInMemory index = new IndexInMemory(SampleMemories.fact("t", other), SampleMemories.fact("t", text));
		assertThat(index.texts(SampleMemories.query("t", cue))).containsExactly(text);
	}

	@Test
	void searchesForTheRarestWordsOfALongCue() {
		String common = IntStream.range(0, 200).mapToObj((word) -> "w" + word).collect(Collectors.joining(" "));
		IndexInMemory index = new IndexInMemory(SampleMemories.fact("t", common), SampleMemories.fact("t", common),
				SampleMemories.fact("t", "zanzibar"));
		assertThat(index.texts(SampleMemories.query("t", common + " zanzibar"))).contains("zanzibar");
	}

	@Test
	void countsWordsAndVectorsHalfEach() {
		IndexInMemory index = new IndexInMemory().put(SampleMemories.fact("t", "blue blue blue"), NORTH)
			.put(SampleMemories.fact("t", "crimson"), EAST)
			.put(SampleMemories.fact("t", "blue and more words of another kind"), EAST);
		List<MemoryHit> hits = index.find(SampleMemories.query("t", "blue"), EAST);
		assertThat(hits.getFirst().text()).isEqualTo("blue and more words of another kind");
		assertThat(hits).extracting(MemoryHit::text, MemoryHit::bm25, MemoryHit::dense)
			.contains(tuple("crimson", 0.0, 1.0), tuple("blue blue blue", 1.0, 0.0));
		assertThat(hits).allMatch((hit) -> hit.score() >= 0 && hit.score() <= 1);
	}

	@Test
	void takesTheNewerAndTheMoreImportantOfEquals() {
		IndexInMemory index = new IndexInMemory(
				SampleMemories.dated(SampleMemories.fact("t", "blue one"),
						SampleMemories.BEFORE.minus(Duration.ofDays(90)), 0.5),
				SampleMemories.dated(SampleMemories.fact("t", "blue two"), SampleMemories.BEFORE, 0.5),
				SampleMemories.dated(SampleMemories.fact("t", "blue six"), SampleMemories.BEFORE, 0.9));
		assertThat(index.texts(SampleMemories.query("t", "blue"))).containsExactly("blue six", "blue two", "blue one");
	}

	@Test
	void repeatsNothingWhileThereIsSomethingElse() {
		IndexInMemory index = new IndexInMemory().put(SampleMemories.fact("t", "blue one"), EAST)
			.put(SampleMemories.fact("t", "blue one"), EAST)
			.put(SampleMemories.fact("t", "blue two"), NORTH);
		assertThat(index.find(SampleMemories.most(SampleMemories.query("t", "blue"), 2, false),
				new float[] { 0.6f, 0.6f, 0.53f }))
			.extracting(MemoryHit::text)
			.containsExactlyInAnyOrder("blue one", "blue two");
	}

	@Test
	void abstainsFromWhatHardlyFits() {
		IndexInMemory index = new IndexInMemory().put(SampleMemories.fact("t", "The user's dog is called Rex"), EAST)
			.put(SampleMemories.fact("t", "The user drives a green car"), NORTH);
		assertThat(index
			.find(SampleMemories.abstaining(SampleMemories.query("t", "How tall is the tower of the town?")), UP))
			.isEmpty();
		assertThat(index.find(SampleMemories.query("t", "How tall is the tower of the town?"), UP)).hasSize(2);
		assertThat(index.find(SampleMemories.abstaining(SampleMemories.query("t", "What is the dog called?")), EAST))
			.extracting(MemoryHit::text)
			.containsExactly("The user's dog is called Rex");
	}

	@Test
	void abstainsByWordsAloneWhereThereIsNoVector() {
		IndexInMemory index = new IndexInMemory(SampleMemories.fact("t", "The user's dog is called Rex"),
				SampleMemories.fact("t", "The tower has a door"));
		assertThat(index.texts(SampleMemories.abstaining(SampleMemories.query("t", "door "
				+ IntStream.range(0, 60).mapToObj((number) -> "word" + number).collect(Collectors.joining(" "))))))
			.isEmpty();
		assertThat(index.texts(SampleMemories.abstaining(SampleMemories.query("t", "dog called"))))
			.containsExactly("The user's dog is called Rex");
	}

	@Test
	void bringsAlongTheTurnsBeforeAndAfter() {
		UUID context = UUID.randomUUID();
		IndexInMemory index = new IndexInMemory(SampleMemories.turn("t", context, "one", SampleMemories.BEFORE),
				SampleMemories.turn("t", context, "two", SampleMemories.BEFORE.plusSeconds(1)),
				SampleMemories.turn("t", context, "Zanzibar", SampleMemories.BEFORE.plusSeconds(2)),
				SampleMemories.turn("t", context, "four", SampleMemories.BEFORE.plusSeconds(3)),
				SampleMemories.turn("t", context, "five", SampleMemories.BEFORE.plusSeconds(4)),
				SampleMemories.turn("t", UUID.randomUUID(), "elsewhere", SampleMemories.BEFORE.plusSeconds(2)));
		assertThat(index
			.texts(SampleMemories.most(SampleMemories.in(SampleMemories.query("t", "Zanzibar"), context), 5, true)))
			.startsWith("Zanzibar")
			.containsExactlyInAnyOrder("Zanzibar", "two", "four");
		assertThat(index.texts(SampleMemories.in(SampleMemories.query("t", "Zanzibar"), context)))
			.containsExactly("Zanzibar");
		assertThat(index
			.texts(SampleMemories.most(SampleMemories.in(SampleMemories.query("t", "Zanzibar"), context), 1, true)))
			.containsExactly("Zanzibar");
	}

	@Test
	void findsWhatHasNoVectorByItsWords() {
		IndexedMemory episode = SampleMemories.memory("t", null, MemoryKind.EPISODE, "blue episode");
		IndexInMemory index = new IndexInMemory(episode).put(SampleMemories.fact("t", "green"), EAST);
		assertThat(index.find(SampleMemories.query("t", "blue"), EAST)).extracting(MemoryHit::text)
			.contains("blue episode", "green");
	}

	@Test
	void takesThePlaceOfWhatHasTheSameId() {
		IndexedMemory first = SampleMemories.fact("t", "blue");
		IndexInMemory index = new IndexInMemory(first);
		index.put(SampleMemories.superseded(first), EAST);
		assertThat(index.texts(SampleMemories.query("t", "blue"))).isEmpty();
		assertThat(index.find(SampleMemories.withSuperseded(SampleMemories.query("t", "blue")))).hasSize(1);
	}

	@Test
	void saysAllThatAHitShows() {
		IndexedMemory memory = new IndexedMemory(UUID.randomUUID(), "t", UUID.randomUUID(), MemoryKind.FACT,
				MemoryTrust.VERIFIED, "blue", 0.25, UUID.randomUUID(), SampleMemories.BEFORE,
				SampleMemories.NOW.plusSeconds(5), false, true);
		MemoryHit hit = new IndexInMemory(memory)
			.find(SampleMemories.in(SampleMemories.query("t", "blue"), Objects.requireNonNull(memory.contextId())))
			.getFirst();
		assertThat(hit).usingRecursiveComparison()
			.comparingOnlyFields("id", "contextId", "kind", "trust", "text", "objectiveId", "validFrom", "importance")
			.isEqualTo(memory);
		assertThat(hit.current()).isTrue();
	}

}
