package dev.babyagi.language.openai;

/**
 * Carries an {@link EndpointFault} out of the client. It has neither message nor cause,
 * because those of the client quote what the provider wrote.
 */
final class WireException extends RuntimeException {

	private final transient EndpointFault fault;

	WireException(EndpointFault fault) {
		super(fault.getClass().getSimpleName(), null, false, false);
		this.fault = fault;
	}

	EndpointFault fault() {
		return this.fault;
	}

}
