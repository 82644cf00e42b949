package dev.babyagi.execution;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.babyagi.EveryField;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A copy that misses a column writes its default over the row.
 */
class CopiedRunTests {

	@ParameterizedTest
	@MethodSource("copies")
	void copiesEveryField(Object original, UnaryOperator<Object> copy) {
		Map<String, @Nullable Object> before = EveryField.of(EveryField.fill(original));
		assertThat(before).doesNotContainValue(null);
		assertThat(EveryField.of(copy.apply(original))).isEqualTo(before);
		assertThat(EveryField.of(original)).isEqualTo(before);
	}

	@ParameterizedTest
	@MethodSource("copies")
	void sharesNoCollectionThatCouldChange(Object original, UnaryOperator<Object> copy) {
		EveryField.fill(original);
		Map<String, @Nullable Object> copied = EveryField.of(copy.apply(original));
		EveryField.of(original).forEach((name, value) -> {
			if (value instanceof Iterable || value instanceof Map) {
				assertThat(copied.get(name)).as(name).isNotSameAs(value);
			}
		});
	}

	static Stream<Arguments> copies() {
		UnaryOperator<Object> ofRun = (run) -> ((TaskRun) run).copy();
		UnaryOperator<Object> ofAttempt = (attempt) -> ((Attempt) attempt).copy();
		return Stream.of(Arguments.of(Named.of("task run", new TaskRun()), ofRun),
				Arguments.of(Named.of("attempt", new Attempt()), ofAttempt));
	}

}
