package dev.babyagi.memory.index;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.OwnDatabase;
import dev.babyagi.memory.Memories;
import dev.babyagi.memory.MemoryDraft;
import dev.babyagi.memory.MemoryFeed;
import dev.babyagi.memory.MemoryHit;
import dev.babyagi.memory.MemoryKind;
import dev.babyagi.memory.MemoryTrust;
import dev.babyagi.memory.embedding.EmbeddingModels;
import dev.babyagi.memory.embedding.HashedWords;
import dev.babyagi.memory.embedding.MemoryVectors;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Vectors are made in the background, once, and searches go on meanwhile.
 */
@OwnDatabase
@TestPropertySource(properties = "babyagi.memory.embedding.model=none")
@ApplicationModuleTest(module = "memory", mode = BootstrapMode.ALL_DEPENDENCIES)
class VectorBackfillTests {

	@Autowired
	private Memories memories;

	@Autowired
	private MemoryFeed feed;

	@Autowired
	private MemoryVectors vectors;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Clock clock;

	@TempDir
	private Path parent;

	private HashedWords words = new HashedWords();

	private final List<ReplicaIndex> opened = new ArrayList<>();

	/** Each test has a tenant and a model of its own. */
	private String tenant = "";

	private Clock time = Clock.systemUTC();

	@BeforeEach
	void begin() {
		this.tenant = UUID.randomUUID().toString();
		this.words = new HashedWords();
		this.time = this.clock;
	}

	@AfterEach
	void close() {
		this.opened.forEach(ReplicaIndex::close);
		this.opened.clear();
	}

	@Test
	void embedsEachMemoryOnceForAllReplicas() {
		remember("The door is blue");
		remember("The window is open");
		ReplicaIndex one = replica("one", this.words.named(this.tenant)).look();
		assertThat(dense(one)).isZero();
		ReplicaIndex other = replica("other", this.words.named(this.tenant)).look();
		assertThat(dense(one.embed())).isEqualTo(1);
		int embedded = this.words.embedded();
		other.embed();
		assertThat(this.words.embedded()).isEqualTo(embedded);
		assertThat(dense(other)).isEqualTo(1);
	}

	@Test
	void goesOnByWordsWhileTheModelFailsAndTriesAgain() {
		remember("The door is blue");
		this.words.fail(true);
		ReplicaIndex index = replica("one", this.words.named(this.tenant)).look().embed();
		assertThat(dense(index)).isZero();
		this.words.fail(false);
		assertThat(dense(index.embed())).isZero();
		this.time = Clock.offset(this.clock, Duration.ofSeconds(31));
		assertThat(dense(index.embed())).isEqualTo(1);
		this.words.fail(true);
		assertThat(index.texts(SampleMemories.query(this.tenant, "door"))).containsExactly("The door is blue");
	}

	@Test
	void leavesOutWhatTheModelCannotEmbed() {
		remember("This door is unembeddable");
		remember("The door is blue");
		ReplicaIndex index = replica("one", this.words.named(this.tenant)).look().embed();
		assertThat(dense(index)).isEqualTo(1);
		assertThat(index.texts(SampleMemories.query(this.tenant, "This door"))).contains("This door is unembeddable");
		remember("The door is red");
		assertThat(dense(index.look().embed())).isEqualTo(1);
	}

	@Test
	void searchesTheFormerVectorsUntilAnotherModelHasEmbeddedEverything() {
		String before = this.tenant + "-1";
		remember("The door is blue");
		replica("one", this.words.named(before)).look().embed().close();
		HashedWords later = new HashedWords();
		ReplicaIndex index = replica("one", later.after(this.tenant, this.words, before)).look();
		assertThat(index.open().models().formerName()).isEqualTo(before);
		int embedded = this.words.embedded();
		assertThat(dense(index)).isEqualTo(1);
		assertThat(this.words.embedded()).isEqualTo(embedded + 1);
		assertThat(later.embedded()).isZero();
		index.embed().look();
		assertThat(index.open().models().hasFormer()).isFalse();
		int asked = this.words.embedded();
		assertThat(dense(index)).isEqualTo(1);
		assertThat(this.words.embedded()).isEqualTo(asked);
	}

	@Test
	void searchesByWordsWhereTheFormerModelCannotBeRun() {
		remember("The door is blue");
		replica("one", this.words.named(this.tenant + "-1")).look().embed().close();
		ReplicaIndex index = replica("one", new HashedWords().named(this.tenant)).look();
		assertThat(index.texts(SampleMemories.query(this.tenant, "door"))).containsExactly("The door is blue");
		assertThat(dense(index)).isZero();
		assertThat(dense(index.embed())).isEqualTo(1);
	}

	private double dense(ReplicaIndex index) {
		List<MemoryHit> hits = index.find(SampleMemories.query(this.tenant, "The door is blue"));
		return hits.stream()
			.filter((hit) -> hit.text().equals("The door is blue"))
			.mapToDouble(MemoryHit::dense)
			.findFirst()
			.orElseThrow();
	}

	private ReplicaIndex replica(String name, EmbeddingModels models) {
		ReplicaIndex index = new ReplicaIndex(this.feed, this.vectors, models, this.parent.resolve(name),
				new TestTime());
		this.opened.add(index);
		return index;
	}

	private void remember(String text) {
		this.transaction.executeWithoutResult((status) -> this.memories.remember(this.tenant, new MemoryDraft(text,
				MemoryKind.FACT, MemoryTrust.USER, null, null, 0.5, null, this.clock.instant(), null, Map.of())));
	}

	/** The time that the test has set. */
	private final class TestTime extends Clock {

		@Override
		public Instant instant() {
			return VectorBackfillTests.this.time.instant();
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
