package dev.babyagi.web;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What fails before a controller is reached.
 */
@WebEdgeTest
class BelowTheControllersTests {

	@Autowired
	HttpFixture http;

	static Stream<String> brokenRequests() {
		String end = "Host: localhost\r\nConnection: close\r\n\r\n";
		return Stream.of("GARBAGE\r\n\r\n", "GET / HTTP/9.9\r\n" + end, "GET /a|b{} HTTP/1.1\r\n" + end,
				"GET /%zz HTTP/1.1\r\n" + end, "GET /%00 HTTP/1.1\r\n" + end, "GET /a%2fb HTTP/1.1\r\n" + end,
				"GET /a%5cb HTTP/1.1\r\n" + end, "GET /probe/\u0000trace HTTP/1.1\r\n" + end,
				"G<T /probe/trace HTTP/1.1\r\n" + end, "GET /probe/trace HTTP/1.1\r\nConnection: close\r\n\r\n",
				"GET /probe/trace HTTP/1.1\r\nBad Header: a\r\n" + end,
				"GET /probe/trace HTTP/1.1\r\nHost: a\r\n" + end,
				"POST /probe/json HTTP/1.1\r\nContent-Length: -1\r\n" + end,
				"POST /probe/json HTTP/1.1\r\nContent-Length: many\r\n" + end,
				"POST /probe/json HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n" + end,
				"GET /" + "a".repeat(20_000) + " HTTP/1.1\r\n" + end,
				"GET /probe/trace HTTP/1.1\r\nX-Long: " + "a".repeat(20_000) + "\r\n" + end,
				"TRACE /probe/trace HTTP/1.1\r\n" + end, "PROPFIND /probe/trace HTTP/1.1\r\n" + end,
				"GET /../../etc/passwd HTTP/1.1\r\n" + end);
	}

	@ParameterizedTest
	@MethodSource("brokenRequests")
	void answersBrokenRequestsWithAProblem(String request) {
		String answer = new RawHttp(this.http.port()).exchange(request);
		assertThat(answer).matches("(?s)HTTP/1\\.1 4\\d\\d .*")
			.containsIgnoringCase("Content-Type: application/problem+json")
			.containsIgnoringCase("X-Content-Type-Options: nosniff")
			.contains("\"type\":\"/problems/", "\"traceId\":\"")
			.doesNotContain("Exception", "org.apache", "Tomcat", "<html");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /probe/trace", "POST /probe/json", "GET /actuator/health", "GET /v3/api-docs",
			"GET /swagger-ui/index.html", "GET /", "OPTIONS /v1/objectives" })
	void answersToNoNameThatAWebPageCouldGiveItself(String request) {
		for (String host : List.of("attacker.example:8080", "attacker.example\r\nX-Forwarded-Host: localhost",
				"attacker.example\r\nForwarded: host=localhost")) {
			String answer = exchange(request + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
			assertThat(answer).startsWith("HTTP/1.1 421 ")
				.contains("\"type\":\"/problems/misdirected-request\"", "babyagi.web.allowed-hosts")
				.containsIgnoringCase("X-Content-Type-Options: nosniff")
				.doesNotContain("attacker");
		}
	}

	@Test
	void answersProbesByAddressByLocalhostAndWithoutAName() {
		String probe = "GET /actuator/health/liveness HTTP/1.";
		assertThat(List.of("1\r\nHost: 10.1.2.3:8080\r\n", "1\r\nHost: [::1]:8080\r\n",
				"1\r\nHost: LOCALHOST:80\r\nX-Forwarded-Host: attacker.example\r\n", "0\r\n",
				"0\r\nHost: localhost\r\n"))
			.allSatisfy((rest) -> assertThat(exchange(probe + rest + "Connection: close\r\n\r\n"))
				.startsWith("HTTP/1.1 200 "));
	}

	private String exchange(String request) {
		return new RawHttp(this.http.port()).exchange(request);
	}

	@Test
	void tellsNoServerVersion() {
		assertThat(this.http.get("/probe/trace").headers().map()).doesNotContainKeys("server", "x-powered-by");
	}

}
