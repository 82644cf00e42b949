package dev.babyagi.objective;

import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WireIdTests {

	private static final long SEED = 20260301;

	@ParameterizedTest
	@CsvSource({ "00000000-0000-0000-0000-000000000000, obj_00000000000000000000000000",
			"00000000-0000-0000-0000-000000000001, obj_00000000000000000000000001",
			"00000000-0000-0000-0000-000000000020, obj_00000000000000000000000010",
			"00000000-0000-0001-0000-000000000000, obj_0000000000000G000000000000",
			"00000000-0000-0000-8000-000000000000, obj_00000000000008000000000000",
			"00000000-0000-0000-f000-000000000000, obj_0000000000000F000000000000",
			"80000000-0000-0000-0000-000000000000, obj_40000000000000000000000000",
			"ffffffff-ffff-ffff-ffff-ffffffffffff, obj_7ZZZZZZZZZZZZZZZZZZZZZZZZZ" })
	void writesAndReadsEachBitInItsPlace(UUID id, String text) {
		assertThat(WireId.format("obj", id)).isEqualTo(text);
		assertThat(WireId.parse("obj", text)).contains(id);
	}

	@Test
	void readsBackWhateverItWrites() {
		Random random = new Random(SEED);
		assertThat(Stream.generate(() -> new UUID(random.nextLong(), random.nextLong())).limit(1000))
			.allSatisfy((id) -> assertThat(WireId.parse("obj", WireId.format("obj", id))).contains(id));
	}

	@Test
	void sortsTextsAsTheirBitsSort() {
		Random random = new Random(SEED);
		assertThat(Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
			.limit(1000)
			.sorted((left, right) -> left.toString().compareTo(right.toString()))
			.map((id) -> WireId.format("obj", id))).isSorted();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "obj_", "_00000000000000000000000001", "ctx_00000000000000000000000001",
			"obj00000000000000000000000001x", "obj-00000000000000000000000001", "OBJ_00000000000000000000000001",
			"obj_0000000000000000000000001", "obj_000000000000000000000000001", " obj_0000000000000000000000001",
			"obj_80000000000000000000000000", "obj_ZZZZZZZZZZZZZZZZZZZZZZZZZZ", "obj_0000000000000000000000000I",
			"obj_0000000000000000000000000L", "obj_0000000000000000000000000O", "obj_0000000000000000000000000U",
			"obj_0000000000000000000000000a", "obj_000000000000000000000000-1", "obj_0000000000000000000000000\u0661" })
	void readsNothingButTheFormItWrites(String text) {
		assertThat(WireId.parse("obj", text)).isEmpty();
	}

	@Test
	void namesObjectivesAndContextsApart() {
		UUID id = new UUID(0, 1);
		assertThat(new ObjectiveId(id)).hasToString("obj_00000000000000000000000001");
		assertThat(new ContextId(id)).hasToString("ctx_00000000000000000000000001");
	}

}
