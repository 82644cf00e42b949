package dev.babyagi.language.openai.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import okhttp3.Headers;

/**
 * Sorts the refusals of an endpoint into {@link EndpointFault}s.
 */
final class StatusClassifier {

	/**
	 * The status of an error inside a response of status 200 that names none; it is tried
	 * again.
	 */
	private static final int SOME_ERROR = 502;

	private static final String CURE_KEY = "Give a valid key in OPENAI_API_KEY and restart.";

	private static final String CURE_ACCESS = "Give a key that may use this model, in OPENAI_API_KEY, and restart.";

	private static final String CURE_QUOTA = "Add credit or raise the limit of the account behind OPENAI_API_KEY.";

	private static final String CURE_MODEL = "Check OPENAI_MODEL and babyagi.language.roles.*.model, and that "
			+ "OPENAI_BASE_URL ends with the version path, usually /v1.";

	private static final String CURE_ADDRESS = "Check OPENAI_BASE_URL: it must be the final address of the API, "
			+ "version path included.";

	private StatusClassifier() {
	}

	/** Returns what an error object inside a response of status 200 means. */
	static EndpointFault inside(ErrorBody body, Headers headers, Instant now) {
		return sorted(body.status().orElseGet(() -> likelyStatus(body)), body, headers, now);
	}

	static EndpointFault sorted(int status, ErrorBody body, Headers headers, Instant now) {
		return filtered(body).or(() -> answerable(status, body))
			.or(() -> fatal(status, body))
			.orElseGet(() -> other(status, body, headers, now));
	}

	private static Optional<EndpointFault> filtered(ErrorBody body) {
		if (!body.isFiltered()) {
			return Optional.empty();
		}
		String filters = String.join(", ", body.filters());
		return Optional.of(new EndpointFault.Filtered("The content filter of the model endpoint refused the request"
				+ (filters.isEmpty() ? "" : " (" + filters + ")")));
	}

	/** Returns the fault of an error that another form of the request can avoid. */
	private static Optional<EndpointFault> answerable(int status, ErrorBody body) {
		if (status != 400 && status != 422 && status != 500 && status != 413) {
			return Optional.empty();
		}
		if (body.isTooLong() || status == 413) {
			return Optional.of(new EndpointFault.TooLong(body.fits()));
		}
		if (body.namesResponseFormat() || (status != 500 && body.namesSchema())) {
			return Optional.of(new EndpointFault.Unwanted("response_format"));
		}
		return body.unwantedParameter()
			.or(() -> (status != 500) ? body.refusedStreaming() : Optional.empty())
			.map(EndpointFault.Unwanted::new);
	}

	private static Optional<EndpointFault> fatal(int status, ErrorBody body) {
		if (status == 402 || body.isQuota()) {
			return denied("The quota of the model endpoint is used up", status, CURE_QUOTA);
		}
		if (status == 401 || body.isKey()) {
			return denied("The model endpoint refuses the key", status, CURE_KEY);
		}
		if (status == 403) {
			return denied("The model endpoint forbids the call", status, CURE_ACCESS);
		}
		if (status == 404 || body.isModel()) {
			return denied("The model endpoint knows no such model or path", status, CURE_MODEL);
		}
		if (status < 400 || status == 405 || status == 410) {
			return denied("The model endpoint does not answer at this address", status, CURE_ADDRESS);
		}
		return Optional.empty();
	}

	private static EndpointFault other(int status, ErrorBody body, Headers headers, Instant now) {
		if (status == 408 || status == 409 || status == 429 || status >= 500) {
			Duration wait = RetryAfter.read(headers, now).orElse(null);
			return new EndpointFault.Busy("The model endpoint answered with status " + status, wait,
					status == 429 || body.isOverloaded(), body.isOverloaded());
		}
		return new EndpointFault.Rejected(
				"The model endpoint refused the request with status %d%s".formatted(status, body.cause()), body.words(),
				false);
	}

	private static int likelyStatus(ErrorBody body) {
		if (body.isRate()) {
			return 429;
		}
		return (body.isTooLong() || body.unwantedParameter().isPresent() || body.namesResponseFormat()) ? 400
				: SOME_ERROR;
	}

	private static Optional<EndpointFault> denied(String reason, int status, String cure) {
		return Optional.of(new EndpointFault.Denied("%s (status %s)".formatted(reason, status), cure));
	}

}
