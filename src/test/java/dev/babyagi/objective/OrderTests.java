package dev.babyagi.objective;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OrderTests {

	private final Order order = new Order(ObjectiveFixtures.ID, 3, "acme", Order.Kind.CANCEL_GRACEFULLY,
			ObjectiveFixtures.NOW);

	@Test
	void saysWhatWasWantedByWhomAndWhen() {
		assertThat(this.order.kind()).isEqualTo(Order.Kind.CANCEL_GRACEFULLY);
		assertThat(this.order.tenant()).isEqualTo("acme");
		assertThat(this.order.createdAt()).isEqualTo(ObjectiveFixtures.NOW);
		assertThat(this.order.number()).isEqualTo(3);
	}

	@Test
	void isKnownByItsNumberWithinItsObjective() {
		Order again = new Order(ObjectiveFixtures.ID, 3, "acme", Order.Kind.CANCEL, ObjectiveFixtures.LATER);
		Order next = new Order(ObjectiveFixtures.ID, 4, "acme", Order.Kind.CANCEL, ObjectiveFixtures.LATER);
		assertThat(this.order.getId()).isEqualTo(again.getId()).isNotEqualTo(next.getId());
	}

	@Test
	void isInsertedOnceAndNeverAgain() {
		assertThat(this.order.isNew()).isTrue();
		this.order.stored();
		assertThat(this.order.isNew()).isFalse();
	}

}
