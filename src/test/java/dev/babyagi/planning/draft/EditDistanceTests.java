package dev.babyagi.planning.draft;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EditDistanceTests {

	@ParameterizedTest
	@CsvSource({ "calculator,calculator,0", "Calculator,calcuLATOR,0", "calculater,calculator,1",
			"calculatr,calculator,1", "ccalculator,calculator,1", "sendmail,send_mail,1", "acb,abc,2", "'',ab,2",
			"kitten,sitting,3", "abc,xyz,3" })
	void countsLettersThatAreAddedDroppedOrReplaced(String left, String right, int distance) {
		assertThat(EditDistance.atMost(distance, left, right)).isTrue();
		assertThat(EditDistance.atMost(distance, right, left)).isTrue();
		assertThat(EditDistance.atMost(distance - 1, left, right)).isFalse();
		assertThat(EditDistance.atMost(distance - 1, right, left)).isFalse();
	}

}
