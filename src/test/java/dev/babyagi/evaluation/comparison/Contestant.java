package dev.babyagi.evaluation.comparison;

import java.util.List;

/**
 * A way to use a model. Asked by many threads at once.
 */
@FunctionalInterface
interface Contestant extends AutoCloseable {

	/** Gets ready for questions, which is not counted. */
	default void prepare(List<Question> questions) {
		// Most need nothing.
	}

	/** Answers a question. */
	String answer(Question question);

	@Override
	default void close() {
		// Most hold nothing.
	}

}
