package dev.babyagi.planning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.plan.Origin;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.PlanJson;
import dev.babyagi.plan.Task;
import dev.babyagi.planning.DraftResult.Drawn;
import dev.babyagi.planning.DraftResult.Faulty;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A fifth of all replies is corrupted, and plans come out all the same.
 */
@Execution(ExecutionMode.CONCURRENT)
class CorruptedRepliesTests {

	private static final int REPLIES = 200;

	private static final double SHARE = 0.2;

	private final Planning planning = PlanningFixtures.planning();

	private final PlanRequest request = PlanRequestFixtures.of("Reach what is to be reached");

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void drawsValidPlansWhenAFifthOfTheRepliesIsCorrupted(long seed) {
		Random random = new Random(seed);
		Map<Origin, Integer> origins = new EnumMap<>(Origin.class);
		for (int count = 0; count < REPLIES; count++) {
			String good = goodReply(random);
			String first = (random.nextDouble() < SHARE) ? Corruption.any(good, random) : good;
			Plan plan = plan(List.of(first, good, good));
			assertIsValid(plan);
			origins.merge(plan.origin(), 1, Integer::sum);
		}
		int valid = origins.getOrDefault(Origin.MODEL, 0) + origins.getOrDefault(Origin.REPAIRED, 0);
		assertThat(valid).as("%s", origins).isGreaterThanOrEqualTo(REPLIES * 99 / 100);
		assertThat(origins).containsKeys(Origin.MODEL, Origin.REPAIRED);
	}

	@ParameterizedTest
	@ValueSource(longs = { 6, 7, 8 })
	void drawsValidPlansWhenRepairsAreCorruptedAsWell(long seed) {
		Random random = new Random(seed);
		Map<Origin, Integer> origins = new EnumMap<>(Origin.class);
		for (int count = 0; count < REPLIES; count++) {
			List<String> replies = new ArrayList<>();
			for (int round = 0; round <= Planning.MAX_REPAIRS; round++) {
				String good = goodReply(random);
				replies.add((random.nextDouble() < SHARE) ? Corruption.any(good, random) : good);
			}
			Plan plan = plan(replies);
			assertIsValid(plan);
			origins.merge(plan.origin(), 1, Integer::sum);
		}
		int valid = origins.getOrDefault(Origin.MODEL, 0) + origins.getOrDefault(Origin.REPAIRED, 0);
		assertThat(valid).as("%s", origins).isGreaterThanOrEqualTo(REPLIES * 99 / 100);
	}

	@ParameterizedTest
	@EnumSource
	void comesToAPlanInEveryCase(Corruption corruption) {
		for (long seed = 0; seed < 50; seed++) {
			Random random = new Random(seed);
			String bad = corruption.corrupt(goodReply(random), random);
			assertIsValid(plan(List.of(bad, bad, bad)));
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "FENCED", "TRAILING_COMMAS", "SINGLE_QUOTES", "PYTHON", "LINE_ENDS_INSIDE", "QUOTES_INSIDE",
			"COMMENTED", "MISSPELT_TOOL", "RECALLING", "ALIASES", "NUMERIC_IDS", "SAID_TWICE", "WRAPPED",
			"BARE_ARRAY" })
	void mendsTheCommonSlipsWithoutARepair(Corruption corruption) {
		for (long seed = 0; seed < 50; seed++) {
			Random random = new Random(seed);
			String good = goodReply(random);
			Plan plan = plan(List.of(corruption.corrupt(good, random)));
			assertThat(plan.origin()).isEqualTo(Origin.MODEL);
			assertThat(plan.tasks()).hasSameSizeAs(plan(List.of(good)).tasks());
		}
	}

	@Test
	void survivesNoise() {
		Random random = new Random(9);
		for (int count = 0; count < 2_000; count++) {
			StringBuilder noise = new StringBuilder(goodReply(random));
			for (int hit = random.nextInt(40); hit >= 0; hit--) {
				noise.setCharAt(random.nextInt(noise.length()),
						"{}[]\",:\\$#t1\u0000\uD83D x".charAt(random.nextInt(16)));
			}
			assertIsValid(plan(List.of(noise.toString())));
		}
	}

	private Plan plan(List<String> replies) {
		for (int round = 0; round < replies.size(); round++) {
			DraftResult result = this.planning.readPlan(this.request, replies.get(round), round);
			switch (result) {
				case Drawn drawn -> {
					return drawn.plan();
				}
				case Faulty faulty -> assertThat(this.planning
					.askRepair(this.request, this.planning.askPlan(this.request), replies.get(round), faulty)
					.user()).contains("1. ");
			}
		}
		return this.planning.fallback(this.request, replies);
	}

	/** Checked apart from the rules that are under test. */
	private void assertIsValid(Plan plan) {
		Set<String> ids = plan.tasks().stream().map(Task::id).collect(Collectors.toSet());
		assertThat(plan.tasks()).hasSizeBetween(1, 12);
		assertThat(ids).hasSameSizeAs(plan.tasks()).allMatch((id) -> id.matches("t[1-9][0-9]*"));
		assertThat(plan.tasks()).allSatisfy((task) -> {
			assertThat(ids).containsAll(task.dependsOn());
			assertThat(task.dependsOn()).doesNotContain(task.id()).containsAll(task.references());
			assertThat(task.instruction()).isNotBlank();
		});
		Set<String> done = new HashSet<>();
		for (int pass = 0; pass < plan.tasks().size(); pass++) {
			plan.tasks()
				.stream()
				.filter((task) -> done.containsAll(task.dependsOn()))
				.forEach((task) -> done.add(task.id()));
		}
		assertThat(done).as("acyclic").isEqualTo(ids);
		assertThat(PlanJson.fromText(PlanJson.toText(plan))).isEqualTo(plan);
	}

	/** A valid plan of 3 to 9 tasks with random dependencies. */
	private static String goodReply(Random random) {
		int size = 3 + random.nextInt(7);
		List<String> tasks = new ArrayList<>();
		for (int number = 1; number <= size; number++) {
			String id = "t" + number;
			boolean tool = number > 2 && random.nextInt(3) == 0;
			String before = "t" + (1 + random.nextInt(Math.max(number - 1, 1)));
			boolean depends = number > 1 && random.nextBoolean();
			tasks.add(tool
					? Replies.tool(id, "calculator", "{\"expression\":\"${" + before + ".output} * " + number + "\"}")
					: Replies.think(id, "Work on part " + number + (depends ? " with ${" + before + ".output}" : ""),
							depends ? new String[] { before } : new String[0]));
		}
		return "{\"thought\":\"It has parts\",\"requirements\":null,\"tasks\":[" + String.join(",", tasks)
				+ "],\"final\":{\"kind\":\"synthesize\",\"instruction\":\"Join them\"}}";
	}

}
