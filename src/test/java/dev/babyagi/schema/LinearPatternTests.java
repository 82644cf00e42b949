package dev.babyagi.schema;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LinearPattern}.
 */
class LinearPatternTests {

	@ParameterizedTest
	@CsvSource({ "'[0-9]{4}-[0-9]{2}',true", "'a{1000}',true", "'a{10}b{10}c{10}',true", "'((a{20}){20}){20}',false",
			"'a{2,}',true", "'(a{1,90}){90}',false", "'(a)\\1',false", "'(?=a)b',false", "'a(',false" })
	void takesPatternsThatRunInBoundedSpace(String pattern, boolean usable) {
		assertThat(LinearPattern.of(pattern).isPresent()).isEqualTo(usable);
	}

	@Test
	void takesNoPatternThatIsTooLong() {
		assertThat(LinearPattern.of("a".repeat(1_000))).isPresent();
		assertThat(LinearPattern.of("a".repeat(1_001))).isEmpty();
	}

	@Test
	void tellsAMatchOfTheWholeFromOneWithin() {
		LinearPattern pattern = LinearPattern.compile("[0-9]+");
		assertThat(pattern.matches("42")).isTrue();
		assertThat(pattern.matches("a 42")).isFalse();
		assertThat(pattern.isFoundIn("a 42")).isTrue();
		assertThat(pattern.isFoundIn("none")).isFalse();
	}

	@Test
	void readsEscapesOfUnicodeAsJsonSchemaWritesThem() {
		assertThat(LinearPattern.compile("\\u00e9").matches("\u00e9")).isTrue();
	}

}
