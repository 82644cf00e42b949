package dev.babyagi.learning.replay;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.babyagi.lesson.ReplayTally;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fear: what sounds wise is used because nobody measured it, or a gate costs more
 * than what passes it brings.
 */
class AdmissionTests {

	/** Pairs, wins, losses, cases, open cases, whether the newest is open, decision. */
	@ParameterizedTest
	@CsvSource({
			// fewer than five cases
			"0, 0, 0, 4, 4, true, WAIT",
			// five to nine: all of them, no loss, a win
			"0, 0, 0, 5, 5, true, GO_ON", "4, 4, 0, 5, 1, false, GO_ON", "5, 1, 0, 5, 0, false, ADMIT",
			"5, 0, 0, 5, 0, false, WAIT", "9, 8, 1, 9, 0, false, WAIT", "8, 8, 0, 9, 1, false, GO_ON",
			// none of the newest five won: no older case is tried, but a newer one is
			"5, 0, 0, 12, 7, false, REFUSE", "5, 0, 1, 12, 7, false, REFUSE", "5, 0, 0, 13, 8, true, GO_ON",
			"5, 0, 0, 8, 3, false, WAIT",
			// ten or more: the sign test
			"10, 4, 0, 10, 0, false, ADMIT", "10, 3, 0, 10, 0, false, WAIT", "10, 3, 0, 14, 4, false, GO_ON",
			"10, 6, 1, 20, 10, false, ADMIT", "10, 5, 2, 20, 10, false, GO_ON", "20, 5, 4, 20, 0, false, WAIT",
			"10, 0, 0, 20, 10, false, REFUSE", "10, 2, 2, 20, 10, false, REFUSE", "10, 1, 3, 10, 0, false, REFUSE" })
	void decides(int pairs, int wins, int losses, int cases, int open, boolean fresh, Admission expected) {
		ReplayTally tally = new ReplayTally(pairs, wins, wins, losses);
		assertThat(Admission.of(tally, cases, open, fresh)).isEqualTo(expected);
	}

}
