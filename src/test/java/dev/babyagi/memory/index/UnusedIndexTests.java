package dev.babyagi.memory.index;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.OwnDatabase;
import dev.babyagi.memory.IndexStatus.State;
import dev.babyagi.memory.Memories;
import dev.babyagi.memory.MemoryDraft;
import dev.babyagi.memory.MemoryHit;
import dev.babyagi.memory.MemoryKind;
import dev.babyagi.memory.MemorySearch;
import dev.babyagi.memory.MemoryTrust;
import dev.babyagi.objective.ObjectiveId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service that never remembers has no index, and pays for none.
 */
@OwnDatabase
@TestPropertySource(properties = "babyagi.memory.embedding.model=none")
@ApplicationModuleTest(module = "memory", mode = BootstrapMode.ALL_DEPENDENCIES)
class UnusedIndexTests {

	private static final Path FOLDER = Path.of("target", "index-" + UUID.randomUUID());

	@Autowired
	private Memories memories;

	@Autowired
	private MemorySearch search;

	@Autowired
	private TransactionTemplate transaction;

	@DynamicPropertySource
	static void folder(DynamicPropertyRegistry registry) {
		registry.add("babyagi.memory.index-dir", () -> FOLDER);
	}

	@Test
	void isOpenedForEpisodesOnlyIfSomebodySearches() {
		this.search.catchUp();
		assertThat(this.search.search(SampleMemories.query("t", "door"))).isEmpty();
		remember();
		this.search.catchUp();
		assertThat(this.search.hasAny("t")).isFalse();
		assertThat(this.search.search(SampleMemories.query("somebody else", "door"))).isEmpty();
		assertThat(this.search.status().state()).isEqualTo(State.UNUSED);
		assertThat(FOLDER).doesNotExist();
		assertThat(this.search.search(SampleMemories.query("t", "door"))).extracting(MemoryHit::text)
			.containsExactly("Paint the door");
		assertThat(this.search.hasAny("t")).isTrue();
		assertThat(this.search.hasAny("somebody else")).isFalse();
		assertThat(this.search.status().state()).isEqualTo(State.CURRENT);
	}

	private void remember() {
		MemoryDraft episode = new MemoryDraft("Paint the door", MemoryKind.EPISODE, MemoryTrust.MODEL, null, null, 0.5,
				new ObjectiveId(UUID.randomUUID()), Instant.now(), null, Map.of());
		this.transaction.executeWithoutResult((status) -> this.memories.remember("t", episode));
	}

}
