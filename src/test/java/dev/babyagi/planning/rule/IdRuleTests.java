package dev.babyagi.planning.rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.babyagi.plan.Plans;
import dev.babyagi.planning.draft.DraftConstraintsFixtures;

import static org.assertj.core.api.Assertions.assertThat;

class IdRuleTests {

	@Test
	void wantsIdsThatAreUniqueEachTimeTheyAreNot() {
		assertThat(RuleCheck
			.of(new IdRule(), Plans.think("t1", "a"), Plans.think("t2", "b"), Plans.think("t1", "c"),
					Plans.think("t1", "d"))
			.faults()).hasSize(2).allMatch((fault) -> fault.startsWith("t1, id: is used twice"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "gather", "t0", "r1", "t10000", "t3-1" })
	void wantsIdsThatAreWellFormedAndNoChilds(String id) {
		assertThat(RuleCheck.of(new IdRule(), Plans.think(id, "a")).faults())
			.containsExactly(id + ", id: must be t1, t2, t3 and so on");
	}

	@Test
	void takesTheIdsOfChildrenWhereATaskIsSplit() {
		assertThat(RuleCheck
			.of(new IdRule(), DraftConstraintsFixtures.splitting("Do it", "Do a part", 2), Plans.think("t3-1", "a"),
					Plans.think("t3-2", "b"))
			.isClean()).isTrue();
	}

	@Test
	void saysNoMoreOfAnIdThatIsMissing() {
		assertThat(RuleCheck.of(new IdRule(), Plans.think("task number 1", "a")).isClean()).isTrue();
	}

}
