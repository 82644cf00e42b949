package dev.babyagi.language.openai.wire;

/**
 * Carries an {@link EndpointFault} out of the client. It has neither message nor cause,
 * because those of the client quote what the provider wrote.
 */
public final class WireException extends RuntimeException {

	private final transient EndpointFault fault;

	private final boolean begun;

	public WireException(EndpointFault fault) {
		this(fault, false);
	}

	/**
	 * Creates an exception.
	 * @param begun whether a part of the answer came before the fault
	 */
	WireException(EndpointFault fault, boolean begun) {
		super(fault.getClass().getSimpleName(), null, false, false);
		this.fault = fault;
		this.begun = begun;
	}

	/**
	 * Returns whether the endpoint may have done the work. If so, the worst case is
	 * booked.
	 */
	public boolean isUncertain() {
		return this.begun || this.fault.uncertain();
	}

	public EndpointFault fault() {
		return this.fault;
	}

}
