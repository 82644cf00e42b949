package dev.babyagi.planning.draft;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.plan.Plans;
import dev.babyagi.plan.Task;

import static org.assertj.core.api.Assertions.assertThat;

class NumberedListTests {

	private static final int MAX = 12;

	@Test
	void readsAListAsASequenceOfTasksToThinkAbout() {
		assertThat(NumberedList.read("1. Find cities\n2. Describe them\n3. Compare", MAX))
			.contains(List.of(Plans.think("t1", "Find cities"), Plans.think("t2", "Describe them", "t1"),
					Plans.think("t3", "Compare", "t2")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1) Find\n2) Tell", "1: Find\n2: Tell", "1、Find\n2、Tell", "1．Find\n2．Tell",
			"Step 1: Find\nstep 2: Tell", "  - **1.** Find\n  - **2.** Tell", "**1. Find**\n**2. Tell**",
			"> # Task 1. Find\n> # TASK 2. Tell", "1.Find\n2.Tell" })
	void readsEachWayOfNumbering(String reply) {
		assertThat(instructions(reply)).contains(List.of("Find", "Tell"));
	}

	@Test
	void takesNoDecimalForANumberOfTheList() {
		assertThat(NumberedList.read("1.5 litres of milk\n2.5 litres of water", MAX)).isEmpty();
	}

	@Test
	void readsTheFirstListAndPassesOverWhatIsBetween() {
		assertThat(instructions("My plan:\n1. Find\n   some more words\n\n7. Page seven\n2. Tell\nOr else:\n1. Sleep"))
			.contains(List.of("Find", "Tell"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "No list here.", "1. Only one", "2. Starts\n3. with two", "1. 100\n2. 200",
			"- Find\n- Tell" })
	void readsNothingThatIsNoList(String reply) {
		assertThat(NumberedList.read(reply, MAX)).isEmpty();
	}

	@Test
	void readsNoListOfMoreTasksThanAreAllowed() {
		assertThat(NumberedList.read("1. a\n2. b\n3. c", 3)).isPresent();
		assertThat(NumberedList.read("1. a\n2. b\n3. c", 2)).isEmpty();
	}

	private static Optional<List<String>> instructions(String reply) {
		return NumberedList.read(reply, MAX).map((tasks) -> tasks.stream().map(Task::instruction).toList());
	}

}
