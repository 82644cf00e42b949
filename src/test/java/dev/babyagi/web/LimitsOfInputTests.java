package dev.babyagi.web;

import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What may be in a body: refused with its place, or back exactly as it was.
 */
@WebEdgeTest
class LimitsOfInputTests {

	@Autowired
	HttpFixture http;

	@Test
	void takesAHundredLevels() {
		String json = "[".repeat(100) + "]".repeat(100);
		assertThat(this.http.post("/probe/json", json).text()).isEqualTo(json);
		assertThat(this.http.post("/probe/json", "[" + json + "]")).isProblem(ProblemType.INVALID_REQUEST)
			.saying("100 levels");
		assertThat(this.http.post("/probe/json", "[".repeat(100_000))).isProblem(ProblemType.INVALID_REQUEST);
		assertThat(this.http.post("/probe/json", "{\"a\":".repeat(30_000))).isProblem(ProblemType.INVALID_REQUEST);
	}

	@Test
	void takesStringsOfAHundredThousandCharacters() {
		String json = "[\"" + "é".repeat(100_000) + "\"]";
		assertThat(this.http.post("/probe/json", json).text()).isEqualTo(json);
		assertThat(this.http.post("/probe/json", "{\"a\":[\"\",\"" + "x".repeat(100_001) + "\"]}"))
			.isProblem(ProblemType.INVALID_REQUEST)
			.at("/a/1");
	}

	@Test
	void boundsNumbersNamesAndTokens() {
		assertThat(this.http.post("/probe/json", "[" + "9".repeat(1_001) + "]")).isProblem(ProblemType.INVALID_REQUEST);
		assertThat(this.http.post("/probe/json", "[" + "9".repeat(1_000_000) + "]")).isProblem(ProblemType.TOO_LARGE);
		assertThat(this.http.post("/probe/json", "{\"" + "a".repeat(1_001) + "\":1}"))
			.isProblem(ProblemType.INVALID_REQUEST);
		assertThat(this.http.post("/probe/json", "[" + "0,".repeat(120_000) + "0]"))
			.isProblem(ProblemType.INVALID_REQUEST);
		assertThat(this.http.post("/probe/json", manyKeys(1_000_000))).isProblem(ProblemType.TOO_LARGE);
		assertThat(this.http.post("/probe/json", manyKeys(20_000)).status()).isEqualTo(200);
		assertThat(this.http.post("/probe/json", "[1e999999999]").status()).isEqualTo(200);
		assertThat(this.http.post("/probe/order", "{\"objective\":\"x\",\"count\":1e999999999}"))
			.isProblem(ProblemType.INVALID_REQUEST);
	}

	@Test
	void refusesAPropertyThatOccursTwice() {
		assertThat(this.http.post("/probe/json", "{\"a\":{\"b\":1,\"c\":2,\"b\":1}}"))
			.isProblem(ProblemType.INVALID_REQUEST)
			.at("/a/b")
			.saying("twice");
		assertThat(this.http.post("/probe/order", "{\"objective\":\"x\",\"objective\":\"y\"}"))
			.isProblem(ProblemType.INVALID_REQUEST)
			.at("/objective");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\u0000", "\\u0007", "\\r", "\\r\\n", "\\u001b[31m", "\\b", "\\f", "\\u007f", "\\u0085",
			"\\u009f", "\\ud800", "\\udc00", "\\udc00\\ud800", "\\ud800x", "a\\ud83d" })
	void refusesControlCharactersAndHalvesOfSurrogates(String text) {
		assertThat(this.http.post("/probe/json", "{\"a\":[{\"b\":\"" + text + "\"}]}"))
			.isProblem(ProblemType.INVALID_REQUEST)
			.at("/a/0/b")
			.saying("U+");
		assertThat(this.http.post("/probe/json", "{\"a\":{\"" + text + "\":1}}")).isProblem(ProblemType.INVALID_REQUEST)
			.at("/a")
			.saying("U+");
		assertThat(this.http.post("/probe/order", "{\"objective\":\"" + text + "\"}"))
			.isProblem(ProblemType.INVALID_REQUEST)
			.at("/objective");
	}

	static Stream<byte[]> notUtf8() {
		return Stream.of(of(0xFF), of(0xC0, 0xAF), of(0xED, 0xA0, 0x80), of(0xF4, 0x90, 0x80, 0x80), of(0xE2, 0x82),
				"é".getBytes(StandardCharsets.ISO_8859_1));
	}

	@ParameterizedTest
	@MethodSource("notUtf8")
	void refusesWhatIsNotUtf8(byte[] bytes) {
		String text = new String(bytes, StandardCharsets.ISO_8859_1);
		assertThat(post("[\"" + text + "\"]", StandardCharsets.ISO_8859_1)).isProblem(ProblemType.INVALID_REQUEST)
			.saying("not UTF-8");
	}

	@Test
	void refusesOtherEncodingsOfJson() {
		assertThat(post("[1]", StandardCharsets.UTF_16)).isProblem(ProblemType.INVALID_REQUEST);
		assertThat(post("[1]", StandardCharsets.UTF_16LE)).isProblem(ProblemType.INVALID_REQUEST);
		assertThat(post("[1]", Charset.forName("UTF-32BE"))).isProblem(ProblemType.INVALID_REQUEST);
	}

	@ParameterizedTest
	@ValueSource(strings = { "tab\\tand\\nnewline", "\u202Egnp.exe", "\u200D\u200B\u2028\u2029\uFEFF",
			"👩‍👩‍👧‍👦 𝔸 🏴", "e\u0301 is not é", "${jndi:ldap://127.0.0.1/a}", "#{T(java.lang.Runtime)}",
			"';drop table objective;--", "%00%0a", "<img src=x onerror=alert(1)>", "$.store..book[?(@.a)]",
			"\uFFFE\uFFFF\u0600" })
	void givesEverythingElseBackAsItWas(String text) {
		String json = "{\"" + text + "\":\"" + text + "\"}";
		assertThat(this.http.post("/probe/json", json).text()).isEqualTo(json);
	}

	@Test
	void givesCombiningMarksBackAsTheyWere() {
		String json = "[\"a" + "\u0301".repeat(99_999) + "\"]";
		assertThat(this.http.post("/probe/json", json).text()).isEqualTo(json);
	}

	@Test
	void keepsEveryDigit() {
		String json = "[0.10000000000000000000000000000000001,1.10,123456789012345678901234567890,-1.50,0.1]";
		assertThat(this.http.post("/probe/json", json).text()).isEqualTo(json);
	}

	private HttpFixture.Answer post(String text, Charset charset) {
		return this.http.send(this.http.request("/probe/json", "Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofByteArray(text.getBytes(charset))));
	}

	private static String manyKeys(int count) {
		StringBuilder json = new StringBuilder("{");
		IntStream.range(0, count).forEach((key) -> json.append("\"").append(key).append("\":0,"));
		return json.append("\"end\":0}").toString();
	}

	private static byte[] of(int... bytes) {
		byte[] array = new byte[bytes.length];
		IntStream.range(0, bytes.length).forEach((index) -> array[index] = (byte) bytes[index]);
		return array;
	}

}
