package dev.babyagi.web;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import dev.babyagi.web.header.SecurityHeadersFilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * The files of the console, as a browser gets them.
 */
@WebEdgeTest
class ConsoleTests {

	private static final String POLICY = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

	/** What would put a text from the service into the page as markup, or run it. */
	private static final Pattern UNSAFE = Pattern
		.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\b|new Function");

	@Autowired
	HttpFixture http;

	@Autowired
	WebApplicationContext context;

	@ParameterizedTest
	@CsvSource({ "/, text/html", "/console.css, text/css", "/console.js, text/javascript" })
	void isServedAsItsKind(String path, String mediaType) {
		HttpFixture.Answer file = this.http.get(path, "Accept", mediaType);
		assertThat(file.status()).isEqualTo(200);
		assertThat(file.header("Content-Type")).isEqualTo(mediaType + ";charset=UTF-8");
		assertThat(file.header("Content-Security-Policy")).isEqualTo(POLICY);
		assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/console.css", "/console.js" })
	void isSentAgainOnlyIfItHasChanged(String path) {
		HttpFixture.Answer first = this.http.get(path);
		assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
		HttpFixture.Answer second = this.http.get(path, "If-None-Match", first.header("ETag"));
		assertThat(second.status()).isEqualTo(304);
		assertThat(second.text()).isEmpty();
		assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
	}

	@Test
	void isThePageAtTheAddressOfTheService() {
		assertThat(this.http.get("/").text()).contains("<title>BabyAGI</title>", "href=\"console.css\"",
				"src=\"console.js\"", "href=\"swagger-ui.html\"");
		assertThat(this.http.get("/?id=1")).isProblem(ProblemType.INVALID_REQUEST);
		assertThat(this.http.get("/index.html")).isProblem(ProblemType.NOT_FOUND);
	}

	@Test
	void isSmall() {
		int size = text("/").length + text("/console.css").length + text("/console.js").length;
		assertThat(size).isBetween(10_000, 30_000);
	}

	private byte[] text(String path) {
		return this.http.get(path).text().getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void holdsNoScriptAndNoStyleInThePage() {
		assertThat(this.http.get("/").text()).doesNotContainPattern("(?i)<style|\\sstyle=|\\son[a-z]+=|javascript:")
			.doesNotContainPattern("<script[^>]*>[^<]");
	}

	@Test
	void readsNoTextAsMarkup() {
		assertThat(this.http.get("/console.js").text()).doesNotContainPattern(UNSAFE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/console.css", "/console.js" })
	void needsNoOtherServer(String path) {
		assertThat(this.http.get(path).text().replace("http://www.w3.org/2000/svg", ""))
			.doesNotContainPattern("https?:|url\\(|@import|(src|href)=\"/");
	}

	@Test
	void worksBelowAContextPath() throws Exception {
		MockMvc mvc = MockMvcBuilders.webAppContextSetup(this.context)
			.addFilters(this.context.getBean(SecurityHeadersFilter.class))
			.build();
		mvc.perform(get("/app/").contextPath("/app"))
			.andExpect(status().isOk())
			.andExpect(header().string("Content-Security-Policy", POLICY));
	}

}
