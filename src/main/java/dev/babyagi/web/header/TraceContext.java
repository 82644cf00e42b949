package dev.babyagi.web.header;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

import com.google.re2j.Pattern;
import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a request belongs to (W3C Trace Context).
 *
 * @param traceId the id of the trace, 32 hexadecimal characters
 * @param spanId the id of this request, 16 hexadecimal characters
 * @param flags the flags that the client sent
 */
public record TraceContext(String traceId, String spanId, String flags) {

	static final String HEADER = "traceparent";

	private static final String ATTRIBUTE = TraceContext.class.getName();

	private static final Pattern FORM = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

	private static final SecureRandom RANDOM = new SecureRandom();

	/** Starts a new trace that is not sampled. */
	public static TraceContext begin() {
		return new TraceContext(random(16), random(8), "00");
	}

	/**
	 * Continues the trace that a client sent, or starts a new one if the header is absent
	 * or malformed.
	 */
	static TraceContext follow(@Nullable String traceparent) {
		if (traceparent == null || !isWellFormed(traceparent)) {
			return begin();
		}
		return new TraceContext(traceparent.substring(3, 35), random(8), traceparent.substring(53, 55));
	}

	/** Returns the trace of a request, if it has one. */
	public static Optional<TraceContext> of(ServletRequest request) {
		return Optional.ofNullable((TraceContext) request.getAttribute(ATTRIBUTE));
	}

	void keep(ServletRequest request) {
		request.setAttribute(ATTRIBUTE, this);
	}

	/** Returns the value of the {@code traceparent} header. */
	String traceparent() {
		return "00-" + this.traceId + "-" + this.spanId + "-" + this.flags;
	}

	private static boolean isWellFormed(String traceparent) {
		// Version 00 ends after the flags; later versions may add to it; ff is forbidden.
		return FORM.matcher(traceparent).matches() && !traceparent.startsWith("ff")
				&& (traceparent.length() == 55 || !traceparent.startsWith("00"))
				&& !traceparent.startsWith("0".repeat(32), 3) && !traceparent.startsWith("0".repeat(16), 36);
	}

	private static String random(int bytes) {
		byte[] id = new byte[bytes];
		RANDOM.nextBytes(id);
		id[0] |= 1;
		return HexFormat.of().formatHex(id);
	}

}
