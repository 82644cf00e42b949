package dev.babyagi.language.openai;

/**
 * Carries a {@link Fault} out of the client. It has neither message nor cause, since
 * those of the client quote what the provider wrote.
 */
final class WireException extends RuntimeException {

	private final transient Fault fault;

	WireException(Fault fault) {
		super(fault.getClass().getSimpleName(), null, false, false);
		this.fault = fault;
	}

	Fault fault() {
		return this.fault;
	}

}
