package dev.babyagi.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages that explain problems.
 */
@WebEdgeTest
class ProblemPagesTests {

	@Autowired
	HttpFixture http;

	@ParameterizedTest
	@EnumSource
	void explainsEveryType(ProblemType type) {
		HttpFixture.Answer page = this.http.get(type.uri());
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
		assertThat(page.text()).contains("<h1>" + type.title() + "</h1>", "<p>").doesNotContain("`", "<script");
		assertThat(this.http.get(type.uri(), "Accept", "text/markdown").text()).startsWith("# " + type.title());
	}

	@ParameterizedTest
	@EnumSource
	void isListedInTheDocumentation(ProblemType type) throws IOException {
		String row = "| [`%s`](../src/main/resources/problems/%s.md) | %s | %s | %s |".formatted(type.slug(),
				type.slug(), (type.status() != null) ? type.status().value() : "-", type.title(),
				type.retryable() ? "yes" : "no");
		assertThat(Files.readString(Path.of("docs/problems.md"))).contains(row);
	}

	@Test
	void listsThemAll() {
		assertThat(this.http.get("/problems").text()).contains("/problems/invalid-request", "/problems/task-failed");
	}

	@Test
	void runsNothingAndLoadsNothing() {
		assertThat(this.http.get("/problems/internal").header("Content-Security-Policy"))
			.startsWith("default-src 'none'");
	}

	@Test
	void knowsNoOthers() {
		assertThat(this.http.get("/problems/unheard-of")).isProblem(ProblemType.NOT_FOUND);
		assertThat(this.http.get("/problems/..%2f..%2fapplication.yaml").status()).isEqualTo(400);
	}

}
