package dev.babyagi.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The trace of a request.
 */
@WebEdgeTest
class TraceTests {

	private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

	@Autowired
	HttpFixture http;

	@Test
	void followsTheTraceOfTheClient() {
		HttpFixture.Answer answer = this.http.get("/probe/trace", "traceparent",
				"00-" + TRACE_ID + "-00f067aa0ba902b7-01");
		assertThat(answer.json().path("traceId").asString()).isEqualTo(TRACE_ID);
		assertThat(answer.header("traceparent")).matches("00-" + TRACE_ID + "-[0-9a-f]{16}-01")
			.doesNotContain("00f067aa0ba902b7");
	}

	@Test
	void givesItToProblemsToo() {
		HttpFixture.Answer answer = this.http.get("/v1/nothing", "traceparent",
				"00-" + TRACE_ID + "-00f067aa0ba902b7-00");
		assertThat(answer.json().path("traceId").asString()).isEqualTo(TRACE_ID);
	}

	@Test
	void takesWhatALaterVersionAdds() {
		HttpFixture.Answer answer = this.http.get("/probe/trace", "traceparent",
				"cc-" + TRACE_ID + "-00f067aa0ba902b7-01-what-the-future-holds");
		assertThat(answer.header("traceparent")).startsWith("00-" + TRACE_ID);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "nonsense", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
			"00-00000000000000000000000000000000-00f067aa0ba902b7-01",
			"00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
			"ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
			"00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
			"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more" })
	void beginsATraceWhenThereIsNone(String traceparent) {
		HttpFixture.Answer answer = this.http.get("/probe/trace", "traceparent", traceparent);
		assertThat(answer.header("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00").doesNotContain(TRACE_ID);
	}

}
