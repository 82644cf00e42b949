package dev.babyagi.objective;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OrderTests {

	private final Order order = new Order(ObjectiveLives.ID, 3, "acme", Order.Kind.CANCEL_GRACEFULLY,
			ObjectiveLives.NOW);

	@Test
	void saysWhatWasWantedByWhomAndWhen() {
		assertThat(this.order.kind()).isEqualTo(Order.Kind.CANCEL_GRACEFULLY);
		assertThat(this.order.tenant()).isEqualTo("acme");
		assertThat(this.order.createdAt()).isEqualTo(ObjectiveLives.NOW);
		assertThat(this.order.number()).isEqualTo(3);
	}

	@Test
	void isKnownByItsNumberWithinItsObjective() {
		Order again = new Order(ObjectiveLives.ID, 3, "acme", Order.Kind.CANCEL, ObjectiveLives.LATER);
		Order next = new Order(ObjectiveLives.ID, 4, "acme", Order.Kind.CANCEL, ObjectiveLives.LATER);
		assertThat(this.order.getId()).isEqualTo(again.getId()).isNotEqualTo(next.getId());
	}

	@Test
	void isInsertedOnceAndNeverAgain() {
		assertThat(this.order.isNew()).isTrue();
		this.order.stored();
		assertThat(this.order.isNew()).isFalse();
	}

}
