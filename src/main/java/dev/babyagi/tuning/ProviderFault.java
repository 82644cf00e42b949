package dev.babyagi.tuning;

/**
 * A request to the provider did not succeed.
 */
final class ProviderFault extends RuntimeException {

	private final Kind kind;

	ProviderFault(Kind kind, String message) {
		super(message);
		this.kind = kind;
	}

	Kind kind() {
		return this.kind;
	}

	/** What can be done about it. */
	enum Kind {

		/** The provider offers nothing of the kind. */
		ABSENT,

		/** It will refuse the same request again. */
		REFUSED,

		/** It may go away. */
		PASSING

	}

}
