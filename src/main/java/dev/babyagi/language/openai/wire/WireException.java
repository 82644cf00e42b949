package dev.babyagi.language.openai.wire;

/**
 * Carries an {@link EndpointFault} out of the client. It has neither message nor cause,
 * because those of the client quote what the provider wrote.
 */
public final class WireException extends RuntimeException {

	private final transient EndpointFault fault;

	public WireException(EndpointFault fault) {
		super(fault.getClass().getSimpleName(), null, false, false);
		this.fault = fault;
	}

	public EndpointFault fault() {
		return this.fault;
	}

}
