package dev.babyagi.language.openai;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.WireFaults;
import dev.babyagi.language.Meter;
import dev.babyagi.language.ModelRequest;
import dev.babyagi.language.ModelResult;
import dev.babyagi.language.ModelUsage;
import dev.babyagi.language.ReplyForm;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No request is sent that the remaining budget does not cover.
 */
class BudgetTests extends OverHttp {

	private static final BigDecimal RICH = BigDecimal.valueOf(1000);

	private static final ModelRequest ASK = ModelFixture.question("?", ReplyForm.TEXT, null, 100);

	@Test
	void stopsTryingWhenTheCallsAreUsedUp() {
		use(new ModelFixture(ModelFixture.settings(this.endpoint), new Meter.Budget(2, 1_000_000, RICH)));
		answer(WireFaults.html(503));
		assertThat(this.asked.ask(ASK)).isInstanceOf(ModelResult.OverBudget.class);
		assertThat(calls()).isEqualTo(2);
	}

	@Test
	void leavesWhatIsKept() {
		use(new ModelFixture(ModelFixture.settings(this.endpoint), new Meter.Budget(3, 1_000_000, RICH)));
		answer(WireFaults.html(503));
		assertThat(this.asked.ask(ASK, new ModelUsage(1, 0, 0, BigDecimal.ZERO)))
			.isInstanceOf(ModelResult.OverBudget.class);
		assertThat(calls()).isEqualTo(2);
	}

	@Test
	void countsBrokenCallsAtTheirWorst() {
		use(new ModelFixture(ModelFixture.settings(this.endpoint), new Meter.Budget(60, 300, RICH)));
		answer(WireFaults.reset());
		assertThat(this.asked.ask(ASK)).isInstanceOf(ModelResult.OverBudget.class);
		assertThat(calls()).isEqualTo(2);
	}

	@Test
	void countsRefusedCallsAtNoTokens() {
		use(new ModelFixture(ModelFixture.settings(this.endpoint), new Meter.Budget(60, 130, RICH)));
		answer(WireFaults.html(503), WireFaults.html(503), PARIS);
		assertThat(this.asked.ask(ASK)).isInstanceOf(ModelResult.Reply.class);
	}

	@Test
	void asksForNoLongerReplyThanItCanPay() {
		use(new ModelFixture(ModelFixture.settings(this.endpoint), new Meter.Budget(60, 250, RICH)));
		answer(FakeResponse.text("{\"city\":").finish("length").usage(50, 100));
		ModelRequest document = ModelFixture.question("?", ModelFixture.CITY, null, 100);
		assertThat(this.asked.ask(document)).isInstanceOf(ModelResult.OverBudget.class);
		assertThat(calls()).isOne();
	}

	@Test
	void windsDownOnCostThoughTheRepliesCarryNoUsage() {
		use(new ModelFixture(priced(10, 10), new Meter.Budget(1000, 1_000_000, new BigDecimal("0.01"))));
		answer(FakeResponse.text("x".repeat(300)).withoutUsage());
		ModelUsage worstCase = this.asked.model().estimate(ASK);
		while (worstCase.costUsd().add(this.asked.meter().spent().costUsd()).compareTo(new BigDecimal("0.01")) <= 0) {
			this.asked.ask(ASK);
		}
		assertThat(calls()).isBetween(5, 10);
		assertThat(this.asked.meter().reserve(worstCase, ModelUsage.NONE)).isEmpty();
	}

}
