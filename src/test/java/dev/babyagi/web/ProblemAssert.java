package dev.babyagi.web;

import java.util.Objects;

import org.assertj.core.api.AbstractAssert;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Says of an answer that it is a problem, complete and without anything that is nobody's
 * business.
 */
public final class ProblemAssert extends AbstractAssert<ProblemAssert, HttpFixture.Answer> {

	ProblemAssert(HttpFixture.Answer answer) {
		super(answer, ProblemAssert.class);
	}

	public ProblemAssert isProblem(ProblemType type) {
		HttpStatus status = Objects.requireNonNull(type.status());
		assertThat(this.actual.status()).as(this.actual.text()).isEqualTo(status.value());
		assertThat(this.actual.header("Content-Type")).isEqualTo("application/problem+json");
		JsonNode body = this.actual.json();
		assertThat(body.path("type").asString()).isEqualTo(type.uri());
		assertThat(body.path("title").asString()).isEqualTo(type.title());
		assertThat(body.path("status").asInt()).isEqualTo(status.value());
		assertThat(body.path("retryable").asBoolean()).isEqualTo(type.retryable());
		assertThat(body.path("detail").asString()).isNotBlank();
		assertThat(body.path("traceId").asString()).matches("[0-9a-f]{32}");
		assertThat(this.actual.text()).doesNotContain("dev.babyagi", "java.", "Exception", "org.springframework",
				"jackson", "CANARY", "tomcat");
		return this;
	}

	public ProblemAssert at(String pointer) {
		assertThat(this.actual.json().path("errors").valueStream().map((error) -> error.path("pointer").asString()))
			.as(this.actual.text())
			.contains(pointer);
		return this;
	}

	ProblemAssert saying(String words) {
		assertThat(this.actual.text()).contains(words);
		return this;
	}

}
