package dev.babyagi.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.babyagi.experiment.MeasuredEffect;
import dev.babyagi.experiment.MeasuredEffect.Arm;
import dev.babyagi.tuning.GateResult.Pair;
import dev.babyagi.tuning.GateResult.Trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class GateResultTests {

	private static final UUID FAMILY = new UUID(0, 1);

	@ParameterizedTest
	@CsvSource({ "30, 10, 160, true, ", "10, 10, 180, false, no more often", "5, 4, 191, false, may as well be a loss",
			"30, 10, 100, false, takes 200" })
	void wantsAGainThatIsHardlyALoss(int wins, int losses, int ties, boolean passed, String reason) {
		GateResult result = GateResult.of(pairs(FAMILY, wins, losses, ties, 100, 50));
		assertThat(result.passed()).isEqualTo(passed);
		assertThat(String.valueOf(result.reason())).contains((reason != null) ? reason : "null");
	}

	@Test
	void countsTheIntervalOfPairs() {
		GateResult result = GateResult.of(pairs(FAMILY, 30, 10, 160, 100, 50));
		assertThat(result.gain()).isEqualTo(0.1);
		assertThat(result.lowerBound()).isCloseTo(0.1 - 1.645 * Math.sqrt(40 - 2) / 200, within(0.001));
	}

	@Test
	void refusesWhatLosesAFamilyCostsMoreOrTakesLonger() {
		List<Pair> pairs = new ArrayList<>(pairs(FAMILY, 60, 0, 160, 100, 50));
		pairs.addAll(pairs(new UUID(0, 2), 0, 3, 17, 100, 50));
		assertThat(GateResult.of(pairs).reason()).contains("one family");
		assertThat(GateResult.of(pairs(FAMILY, 60, 0, 160, 130, 50)).reason()).contains("1.2 times the tokens");
		assertThat(GateResult.of(pairs(FAMILY, 60, 0, 160, 100, 70)).reason()).contains("as long");
	}

	@ParameterizedTest
	@CsvSource({ "3, 3, 40, 40, WAIT", "50, 48, 40, 39, WIDEN", "50, 20, 50, 48, ROLL_BACK", "4, 0, 50, 48, WAIT",
			"50, 49, 0, 0, WIDEN", "50, 10, 0, 0, ROLL_BACK" })
	void widensOrRollsBack(int runs, int good, int otherRuns, int otherGood, CanaryStep step) {
		assertThat(CanaryStep.of(new MeasuredEffect(new Arm(runs, good, 0), new Arm(otherRuns, otherGood, 0)), 50))
			.isEqualTo(step);
	}

	private static List<Pair> pairs(UUID family, int wins, int losses, int ties, int tokens, long millis) {
		List<Pair> pairs = new ArrayList<>();
		for (int index = 0; index < wins + losses + ties; index++) {
			boolean tuned = index < wins || index >= wins + losses;
			boolean other = index >= wins;
			pairs.add(new Pair(family, new Trial(tuned, tokens, millis), new Trial(other, 100, 50)));
		}
		return pairs;
	}

}
