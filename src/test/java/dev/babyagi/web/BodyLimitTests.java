package dev.babyagi.web;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import dev.babyagi.web.edge.BodyLimitFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How much of a body is read.
 */
@WebEdgeTest
class BodyLimitTests {

	private static final String HEAD = "POST /probe/json HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

	@Autowired
	HttpFixture http;

	@Test
	void takesABodyOfTheGreatestSize() {
		String json = bodyOf(BodyLimitFilter.LIMIT);
		assertThat(this.http.post("/probe/json", json).text()).isEqualTo(json);
		assertThat(chunked(json).text()).isEqualTo(json);
	}

	@Test
	void refusesOneByteMore() {
		String json = bodyOf(BodyLimitFilter.LIMIT + 1);
		assertThat(this.http.post("/probe/json", json)).isProblem(ProblemType.TOO_LARGE);
		assertThat(chunked(json)).isProblem(ProblemType.TOO_LARGE);
		assertThat(this.http.post("/v1/nothing", json)).isProblem(ProblemType.TOO_LARGE);
	}

	@Test
	void stopsReadingAnEndlessBody() {
		AtomicLong sent = new AtomicLong();
		byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
		String answer = wire().exchange((out) -> {
			out.write((HEAD + "Transfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
			while (sent.addAndGet(chunk.length) < 300_000_000) {
				out.write(chunk);
			}
		});
		assertThat(answer).startsWith("HTTP/1.1 413 ").contains("/problems/too-large");
		assertThat(sent).hasValueLessThan(30_000_000);
	}

	@Test
	void refusesALengthThatIsTooLargeWithoutWaitingForIt() {
		String answer = wire().exchange(HEAD + "Content-Length: 999999999999\r\n\r\n[");
		assertThat(answer).startsWith("HTTP/1.1 413 ").contains("/problems/too-large");
	}

	@Test
	void readsNoMoreThanTheLengthThatWasTold() {
		String answer = wire().exchange(HEAD + "Content-Length: 10\r\n\r\n[1,2,3,4,5,6,7,8,9]");
		assertThat(answer).startsWith("HTTP/1.1 400 ").contains("/problems/invalid-request").doesNotContain(" 500 ");
	}

	@Test
	void refusesABodyThatEndsEarly() {
		String answer = wire().exchange(HEAD + "Content-Length: 100\r\n\r\n[1,2");
		assertThat(answer).startsWith("HTTP/1.1 400 ").contains("/problems/invalid-request");
	}

	@Test
	void refusesChunksThatAreNone() {
		String answer = wire().exchange(HEAD + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n[1]\r\n0\r\n\r\n");
		assertThat(answer).startsWith("HTTP/1.1 400 ").contains("/problems/invalid-request");
	}

	private HttpFixture.Answer chunked(String json) {
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		return this.http.send(this.http.request("/probe/json", "Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
	}

	private RawHttp wire() {
		return new RawHttp(this.http.port());
	}

	/** An array of three strings that is so many bytes long. */
	private static String bodyOf(int bytes) {
		int first = 90_000;
		int last = bytes - 2 * first - "[\"\",\"\",\"\"]".length();
		return "[\"" + "a".repeat(first) + "\",\"" + "b".repeat(first) + "\",\"" + "c".repeat(last) + "\"]";
	}

}
