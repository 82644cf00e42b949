package dev.babyagi.memory.index;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.memory.MemoryHit;
import dev.babyagi.memory.MemoryKind;
import dev.babyagi.memory.MemoryTrust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What a search may find at all, by words and by vectors.
 */
@Execution(ExecutionMode.CONCURRENT)
class RetrievalScopeTests {

	private static final float[] EAST = { 1, 0 };

	private static final UUID HERE = UUID.randomUUID();

	private static final UUID ELSEWHERE = UUID.randomUUID();

	@ParameterizedTest
	@ValueSource(strings = { "a", "A", "a ", "1:a", "a+all", "a*none", "a OR b", "tenant:b", "*", "b", "", "ä", "租户",
			"a\u0000b", "'; drop table memory; --" })
	void findsNothingOfAnotherTenant(String tenant) {
		IndexInMemory index = new IndexInMemory().put(SampleMemories.fact("tenant", "the red door"), EAST)
			.put(SampleMemories.memory("tenant", HERE, MemoryKind.EPISODE, "the red door"), EAST);
		assertThat(index.find(SampleMemories.inAll(SampleMemories.query(tenant, "the red door")), EAST)).isEmpty();
		assertThat(index.find(SampleMemories.in(SampleMemories.query(tenant, "the red door"), HERE), EAST)).isEmpty();
		index.put(SampleMemories.fact(tenant, "a red door"), EAST);
		assertThat(index.find(SampleMemories.query(tenant, "the red door"), EAST)).extracting(MemoryHit::text)
			.containsExactly("a red door");
	}

	@Test
	void findsFactsOfTheContextAndOfNone() {
		IndexInMemory index = new IndexInMemory(SampleMemories.memory("t", HERE, MemoryKind.FACT, "blue here"),
				SampleMemories.memory("t", ELSEWHERE, MemoryKind.FACT, "blue elsewhere"),
				SampleMemories.fact("t", "blue anywhere"));
		assertThat(index.texts(SampleMemories.in(SampleMemories.query("t", "blue"), HERE)))
			.containsExactlyInAnyOrder("blue here", "blue anywhere");
		assertThat(index.texts(SampleMemories.query("t", "blue"))).containsExactly("blue anywhere");
		assertThat(index.texts(SampleMemories.inAll(SampleMemories.query("t", "blue")))).hasSize(3);
	}

	@Test
	void findsTurnsOfTheContextAloneAndEpisodesOfTheTenant() {
		IndexInMemory index = new IndexInMemory(SampleMemories.memory("t", HERE, MemoryKind.TURN, "blue turn here"),
				SampleMemories.memory("t", ELSEWHERE, MemoryKind.TURN, "blue turn elsewhere"),
				SampleMemories.memory("t", ELSEWHERE, MemoryKind.EPISODE, "blue episode elsewhere"));
		assertThat(index.texts(SampleMemories.in(SampleMemories.query("t", "blue"), HERE)))
			.containsExactlyInAnyOrder("blue turn here", "blue episode elsewhere");
	}

	@Test
	void findsWhatIsSupersededOnlyIfAsked() {
		IndexInMemory index = new IndexInMemory(SampleMemories.superseded(SampleMemories.fact("t", "the door is blue")),
				SampleMemories.fact("t", "the door is red"));
		assertThat(index.texts(SampleMemories.query("t", "door"))).containsExactly("the door is red");
		assertThat(index.find(SampleMemories.withSuperseded(SampleMemories.query("t", "door"))))
			.extracting(MemoryHit::text, MemoryHit::current)
			.containsExactlyInAnyOrder(tuple("the door is red", true), tuple("the door is blue", false));
	}

	@ParameterizedTest
	@ValueSource(longs = { -86_400, -60, -30, -1, 0 })
	void findsNothingThatHasExpired(long seconds) {
		IndexInMemory index = new IndexInMemory()
			.put(SampleMemories.expiring(SampleMemories.fact("t", "the door is blue"),
					SampleMemories.NOW.plusSeconds(seconds)), EAST)
			.put(SampleMemories.expiring(SampleMemories.fact("t", "the door is red"),
					SampleMemories.NOW.plusSeconds(1)), EAST);
		assertThat(index.find(SampleMemories.query("t", "door"), EAST)).extracting(MemoryHit::text)
			.containsExactly("the door is red");
		assertThat(index.find(SampleMemories.withSuperseded(SampleMemories.query("t", "door")), EAST))
			.extracting(MemoryHit::current)
			.containsExactlyInAnyOrder(true, false);
	}

	@Test
	void findsTheKindsAndTrustsThatAreAskedFor() {
		IndexInMemory index = new IndexInMemory(
				SampleMemories.trusted(SampleMemories.fact("t", "blue from a web page"), MemoryTrust.UNTRUSTED),
				SampleMemories.fact("t", "blue from the user"),
				SampleMemories.memory("t", null, MemoryKind.PREFERENCE, "blue preferred"));
		assertThat(index.texts(SampleMemories.limitedTo(SampleMemories.query("t", "blue"), Set.of(MemoryKind.FACT),
				Set.of(MemoryTrust.USER))))
			.containsExactly("blue from the user");
		assertThat(index.texts(
				SampleMemories.limitedTo(SampleMemories.query("t", "blue"), Set.of(), Set.of(MemoryTrust.UNTRUSTED))))
			.containsExactly("blue from a web page");
	}

	@Test
	void findsWhatIsValidFromAnInstantUntilBeforeAnother() {
		Instant first = Instant.parse("2026-01-01T00:00:00Z");
		Instant second = first.plus(Duration.ofDays(1));
		IndexInMemory index = new IndexInMemory(SampleMemories.dated(SampleMemories.fact("t", "blue first"), first, 0),
				SampleMemories.dated(SampleMemories.fact("t", "blue second"), second, 0),
				SampleMemories.dated(SampleMemories.fact("t", "blue always"), Instant.MIN, 0));
		assertThat(index.texts(SampleMemories.between(SampleMemories.query("t", "blue"), first, second)))
			.containsExactly("blue first");
		assertThat(index.texts(SampleMemories.between(SampleMemories.query("t", "blue"), second, null)))
			.containsExactly("blue second");
		assertThat(index.texts(SampleMemories.between(SampleMemories.query("t", "blue"), null, first)))
			.containsExactly("blue always");
	}

	@ParameterizedTest
	@ValueSource(strings = { "scope:1", "tenant:t AND *:*", "\"blue", "blue~ (", "/[/", "+-&&||!(){}[]^\"~*?:\\/", "" })
	void readsNoTextAsAQuery(String cue) {
		IndexInMemory index = new IndexInMemory(SampleMemories.fact("t", "blue"),
				SampleMemories.fact("other", "green"));
		assertThat(index.texts(SampleMemories.query("t", cue))).isIn(List.of(), List.of("blue"));
	}

}
