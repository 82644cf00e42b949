package dev.babyagi.schema;

import com.networknt.schema.ExecutionContext;
import tools.jackson.databind.JsonNode;

/**
 * Counts the steps of one validation. A few references in a schema can need very many
 * steps, or never end, and the validator itself does not limit them.
 */
final class ValidationBudget extends ExecutionContext {

	/** A document of 100,000 characters with a rich schema needs fewer. */
	private static final int MAX_STEPS = 200_000;

	/** Documents and schemas are nested up to 100 deep; each level takes a few steps. */
	private static final int MAX_DEPTH = 600;

	/**
	 * Numbers with a larger exponent are refused, because dividing them cannot be
	 * interrupted.
	 */
	private static final int MAX_EXPONENT = 10_000;

	private int steps;

	private int depth;

	/**
	 * Checks a document for numbers that no validation should calculate with.
	 * @throws Exceeded if there is one
	 */
	static void check(JsonNode document) {
		if (document.isBigDecimal() && Math.abs((long) document.decimalValue().scale()) > MAX_EXPONENT) {
			throw new Exceeded("a number has an exponent beyond 10,000");
		}
		document.forEach(ValidationBudget::check);
	}

	@Override
	public void evaluationPathAddLast(String token) {
		step();
		super.evaluationPathAddLast(token);
	}

	@Override
	public void evaluationPathAddLast(int token) {
		step();
		super.evaluationPathAddLast(token);
	}

	@Override
	public void evaluationPathRemoveLast() {
		this.depth--;
		super.evaluationPathRemoveLast();
	}

	private void step() {
		if (++this.steps > MAX_STEPS || ++this.depth > MAX_DEPTH) {
			throw new Exceeded("validating takes too many steps; simplify the schema or its references");
		}
	}

	static final class Exceeded extends RuntimeException {

		Exceeded(String message) {
			super(message, null, false, false);
		}

	}

}
