package dev.babyagi.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

class TopologyTests {

	private static final int MANY = 20_000;

	@Test
	void ordersEachTaskAfterThoseItDependsOn() {
		assertThat(order(Plans.think("t3", "c", "t2"), Plans.think("t2", "b", "t1", "t4"), Plans.think("t1", "a"),
				Plans.think("t4", "d")))
			.containsExactly("t1", "t4", "t2", "t3");
	}

	@Test
	void keepsTheOrderOfThePlanWhereDependenciesAllowIt() {
		assertThat(new Topology(Plans.diamond().tasks()).order()).contains(Plans.diamond().tasks());
	}

	@Test
	void passesOverDependenciesThatAreNotThereOrNamedTwice() {
		assertThat(order(Plans.think("t2", "b", "t1", "t1", "t9"), Plans.think("t1", "a"))).containsExactly("t1", "t2");
	}

	@Test
	void hasNoCycleWhereThereIsAnOrder() {
		assertThat(new Topology(Plans.diamond().tasks()).cycle()).isEmpty();
		assertThat(new Topology(List.of()).order()).contains(List.of());
	}

	@Test
	void namesTheCycleWithoutWhatHangsOnIt() {
		Topology topology = new Topology(List.of(Plans.think("t5", "e", "t2"), Plans.think("t1", "a"),
				Plans.think("t2", "b", "t1", "t4"), Plans.think("t3", "c", "t2"), Plans.think("t4", "d", "t3")));
		assertThat(topology.order()).isEmpty();
		assertThat(topology.cycle()).containsExactly("t2", "t4", "t3", "t2");
	}

	@Test
	void takesATaskThatDependsOnItselfForACycle() {
		Topology topology = new Topology(List.of(Plans.think("t1", "a"), Plans.think("t2", "b", "t2")));
		assertThat(topology.order()).isEmpty();
		assertThat(topology.cycle()).containsExactly("t2", "t2");
	}

	@Test
	@Timeout(10)
	void ordersAndWalksLongChainsWithoutRecursion() {
		List<Task> chain = new ArrayList<>(IntStream.range(1, MANY)
			.mapToObj((number) -> Plans.think("t" + number, "a", "t" + (number + 1)))
			.toList());
		assertThat(new Topology(chain).order().orElseThrow()).hasSize(MANY - 1)
			.first()
			.extracting(Task::id)
			.isEqualTo("t" + (MANY - 1));
		chain.add(Plans.think("t" + MANY, "last", "t1"));
		assertThat(new Topology(chain).cycle()).hasSize(MANY + 1);
	}

	private static List<String> order(Task... tasks) {
		return new Topology(List.of(tasks)).order().orElseThrow().stream().map(Task::id).toList();
	}

}
