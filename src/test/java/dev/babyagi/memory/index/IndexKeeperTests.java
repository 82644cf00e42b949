package dev.babyagi.memory.index;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

import dev.babyagi.OwnDatabase;
import dev.babyagi.memory.Memories;
import dev.babyagi.memory.Memory;
import dev.babyagi.memory.MemoryDraft;
import dev.babyagi.memory.MemoryFeed;
import dev.babyagi.memory.MemoryHit;
import dev.babyagi.memory.MemoryKind;
import dev.babyagi.memory.MemoryTrust;
import dev.babyagi.memory.embedding.EmbeddingModels;
import dev.babyagi.memory.embedding.HashedWords;
import dev.babyagi.memory.embedding.MemoryVectors;
import dev.babyagi.memory.embedding.TextVector;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The index follows the rows, and is made anew from them when it cannot be trusted.
 */
@OwnDatabase
@TestPropertySource(properties = "babyagi.memory.embedding.model=none")
@ApplicationModuleTest(module = "memory", mode = BootstrapMode.ALL_DEPENDENCIES)
class IndexKeeperTests {

	@Autowired
	private Memories memories;

	@Autowired
	private MemoryFeed feed;

	@Autowired
	private MemoryVectors vectors;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private Clock clock;

	@TempDir
	private Path parent;

	private final HashedWords model = new HashedWords();

	private final List<ReplicaIndex> opened = new ArrayList<>();

	private String tenant = "";

	@BeforeEach
	void takeAnotherTenant() {
		this.tenant = UUID.randomUUID().toString();
	}

	@AfterEach
	void close() {
		this.opened.forEach(ReplicaIndex::close);
		this.opened.clear();
	}

	@Test
	void findsWhatAnotherReplicaRemembered() {
		ReplicaIndex one = replica("one").look();
		ReplicaIndex other = replica("other").look();
		remember("The door is blue");
		assertThat(one.look().texts(SampleMemories.query(this.tenant, "door"))).containsExactly("The door is blue");
		assertThat(other.look().texts(SampleMemories.query(this.tenant, "door"))).containsExactly("The door is blue");
	}

	@Test
	void findsWhatWasCommittedLate() {
		ReplicaIndex index = replica("one");
		this.transaction.executeWithoutResult((status) -> {
			remember(this.memories, "The door is early");
			TransactionTemplate other = new TransactionTemplate(this.transactions);
			other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
			other.executeWithoutResult((inner) -> remember(this.memories, "The door is late"));
			other.executeWithoutResult((inner) -> index.look());
			assertThat(index.texts(SampleMemories.query(this.tenant, "door"))).containsExactly("The door is late");
		});
		assertThat(index.look().texts(SampleMemories.query(this.tenant, "door"))).hasSize(2);
	}

	@Test
	void readsNoRowTwice() {
		remember("The door is blue");
		ReplicaIndex index = replica("one").look();
		long documents = count(index);
		IndexPosition position = index.open().follower().position();
		assertThat(followed(index)).isFalse();
		assertThat(count(index)).isEqualTo(documents);
		assertThat(index.open().follower().position()).isEqualTo(position);
		remember("The door is red");
		assertThat(followed(index)).isTrue();
	}

	@Test
	void readsMoreChangesOfOneInstantThanStandInAPage() {
		this.transaction.executeWithoutResult((status) -> {
			for (int number = 0; number < 1100; number++) {
				remember(this.memories, "Door number " + number);
			}
		});
		ReplicaIndex index = replica("one").look();
		assertThat(index.texts(SampleMemories.query(this.tenant, "1099"))).contains("Door number 1099");
		assertThat(index.texts(SampleMemories.query(this.tenant, "999"))).contains("Door number 999");
	}

	@Test
	void findsNothingThatWasForgotten() {
		Memory memory = remember("The door is blue");
		ReplicaIndex index = replica("one").look().embed();
		this.transaction.executeWithoutResult((status) -> this.memories.forget(reread(memory)));
		assertThat(index.look().texts(SampleMemories.query(this.tenant, "door"))).isEmpty();
		assertThat(this.vectors.read(List.of(memory.getId()), List.of("hashed"))).isEmpty();
		assertThat(replica("other").look().texts(SampleMemories.query(this.tenant, "door"))).isEmpty();
	}

	@Test
	void storesNoVectorOfWhatIsForgottenMeanwhile() {
		Memory memory = remember("The door is blue");
		this.transaction.executeWithoutResult((status) -> this.memories.forget(reread(memory)));
		this.vectors.add("hashed", List.of(new TextVector(memory.getId(), this.tenant, new float[] { 1 })));
		assertThat(this.vectors.read(List.of(memory.getId()), List.of("hashed"))).isEmpty();
	}

	@Test
	void readsOnlyWhatIsNewAfterARestart() {
		remember("The door is blue");
		replica("one").look().embed().look().close();
		remember("The door is red");
		int embedded = this.model.embedded();
		ReplicaIndex index = replica("one").look();
		assertThat(index.keeper().error()).isNull();
		assertThat(this.model.embedded()).isEqualTo(embedded);
		assertThat(index.texts(SampleMemories.query(this.tenant, "door"))).hasSize(2);
	}

	@Test
	void makesItAnewWithoutEmbeddingAnything() {
		remember("The door is blue");
		replica("one").look().embed().close();
		int embedded = this.model.embedded();
		ReplicaIndex index = replica("other").look().embed();
		assertThat(this.model.embedded()).isEqualTo(embedded);
		MemoryHit hit = index.find(SampleMemories.query(this.tenant, "The door is blue")).getFirst();
		assertThat(hit.dense()).isEqualTo(1);
	}

	@ParameterizedTest
	@EnumSource(Damage.class)
	void isMadeAnewIfItWasDamagedAtRest(Damage damage) throws IOException {
		remember("The door is blue");
		replica("one").look().close();
		damage.inflict(this.parent.resolve("one"));
		ReplicaIndex index = replica("one").look();
		assertThat(index.texts(SampleMemories.query(this.tenant, "door"))).containsExactly("The door is blue");
	}

	@Test
	void isMadeAnewIfItsFolderIsDeletedWhileItIsOpen() throws IOException {
		remember("The door is blue");
		ReplicaIndex index = replica("one").look();
		FileSystemUtils.deleteRecursively(this.parent.resolve("one"));
		index.look().look();
		assertThat(index.texts(SampleMemories.query(this.tenant, "door"))).containsExactly("The door is blue");
		index.close();
		assertThat(replica("one").look().keeper().error()).isNull();
	}

	@Test
	void leavesTheFilesOfOthersInItsFolder() throws IOException {
		Path folder = Files.createDirectories(this.parent.resolve("shared"));
		Path other = Files.writeString(folder.resolve("babyagi.mv.db"), "not Lucene's");
		remember("The door is blue");
		assertThat(replica("shared").look().texts(SampleMemories.query(this.tenant, "door")))
			.containsExactly("The door is blue");
		assertThat(other).hasContent("not Lucene's");
	}

	@Test
	void isMadeAnewIfASearchFailsAndItsFilesAreCut() throws IOException {
		remember("The door is blue");
		replica("one").look().close();
		ReplicaIndex index = replica("one").look();
		OpenIndex open = index.open();
		Damage.CUT.inflict(this.parent.resolve("one"));
		index.keeper().suspect(open, new IOException("cut"));
		assertThat(index.keeper().published()).isNull();
		index.look().look();
		assertThat(index.open()).isNotEqualTo(open);
		assertThat(index.texts(SampleMemories.query(this.tenant, "door"))).containsExactly("The door is blue");
	}

	@Test
	void goesOnWithItsFilesIfASearchFailsForAnotherReason() {
		remember("The door is blue");
		ReplicaIndex index = replica("one").look();
		OpenIndex open = index.open();
		index.keeper().suspect(open, new IllegalStateException("an error in a search"));
		assertThat(index.look().open()).isEqualTo(open);
		assertThat(index.keeper().error()).isNull();
	}

	@ParameterizedTest
	@EnumSource(Position.class)
	void trustsNoIndexOfAnotherVersionModelOrDatabase(Position position) throws IOException {
		remember("The door is blue");
		try (FSDirectory directory = FSDirectory.open(this.parent.resolve("one"));
				LuceneIndex foreign = LuceneIndex.open(directory)) {
			foreign.put(List.of(new MemoryDocument(SampleMemories.fact(this.tenant, "The door is foreign"),
					UUID.randomUUID(), Map.of())), "hashed");
			foreign.commit(position.data(this.clock));
		}
		assertThat(replica("one").look().look().texts(SampleMemories.query(this.tenant, "door")))
			.containsExactly("The door is blue");
	}

	@Test
	void makesItsOwnWhileAnotherProcessUsesTheFolder() {
		remember("The door is blue");
		ReplicaIndex one = replica("one").look();
		ReplicaIndex other = replica("one").look();
		assertThat(one.texts(SampleMemories.query(this.tenant, "door"))).hasSize(1);
		assertThat(other.texts(SampleMemories.query(this.tenant, "door"))).hasSize(1);
	}

	private Memory reread(Memory memory) {
		return this.memories.find(this.tenant, memory.getId()).orElseThrow();
	}

	private static boolean followed(ReplicaIndex index) {
		try {
			return index.open().follower().follow(() -> true);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static long count(ReplicaIndex index) {
		try {
			return index.open().lucene().count();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private ReplicaIndex replica(String name) {
		return replica(name, this.model.named("hashed"));
	}

	private ReplicaIndex replica(String name, EmbeddingModels models) {
		ReplicaIndex index = new ReplicaIndex(this.feed, this.vectors, models, this.parent.resolve(name), this.clock);
		this.opened.add(index);
		return index;
	}

	private Memory remember(String text) {
		return Objects.requireNonNull(this.transaction.execute((status) -> remember(this.memories, text)));
	}

	private Memory remember(Memories memories, String text) {
		return memories
			.remember(this.tenant,
					new MemoryDraft(text, MemoryKind.FACT, MemoryTrust.USER, null, null, 0.5, null,
							this.clock.instant(), null, Map.of()))
			.orElseThrow()
			.memory();
	}

	/** What can happen to files. */
	enum Damage {

		CUT {
			@Override
			void inflict(Path file, long size) throws IOException {
				try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
					channel.truncate(size / 2);
				}
			}
		},
		GARBLED {
			@Override
			void inflict(Path file, long size) throws IOException {
				byte[] bytes = Files.readAllBytes(file);
				bytes[(int) (size / 2)] ^= 0x55;
				Files.write(file, bytes);
			}
		},
		HALF_GONE {
			@Override
			void inflict(Path file, long size) throws IOException {
				if (file.toString().hashCode() % 2 == 0) {
					Files.delete(file);
				}
			}
		},
		GONE {
			@Override
			void inflict(Path file, long size) throws IOException {
				Files.delete(file);
			}
		};

		abstract void inflict(Path file, long size) throws IOException;

		void inflict(Path folder) throws IOException {
			try (Stream<Path> files = Files.list(folder)) {
				for (Path file : files.filter((path) -> !path.endsWith("write.lock")).toList()) {
					inflict(file, Files.size(file));
				}
			}
		}

	}

	/** What an index may say of itself. */
	enum Position {

		NONE, OTHER_VERSION, OTHER_MODEL, OTHER_DATABASE, UNREADABLE;

		Map<String, String> data(Clock clock) {
			IndexPosition position = IndexPosition.start("hashed", "").after(clock.instant(), UUID.randomUUID());
			return switch (this) {
				case NONE -> Map.of();
				case OTHER_VERSION -> with(position.data(), "version", "0");
				case OTHER_MODEL -> with(position.data(), "model", "another");
				case OTHER_DATABASE -> position.data();
				case UNREADABLE -> with(position.data(), "at", "noon");
			};
		}

		private static Map<String, String> with(Map<String, String> data, String key, String value) {
			data.put(key, value);
			return data;
		}

	}

}
