package dev.babyagi.web;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What can be reached from outside, and what cannot.
 */
@WebEdgeTest
class ExposureTests {

	@Autowired
	HttpFixture http;

	@Autowired
	ApplicationContext context;

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/", "/actuator/env", "/actuator/heapdump", "/actuator/loggers",
			"/actuator/threaddump", "/actuator/configprops", "/actuator/beans", "/actuator/mappings",
			"/actuator/metrics", "/actuator/info", "/actuator/shutdown", "/actuator/flyway", "/h2-console",
			"/h2-console/", "/application.yaml", "/db/migration/web/V90__idempotency.sql", "/webjars/",
			"/v3/api-docs/swagger-config/x", "/.env", "/favicon.ico" })
	void hidesEverythingElse(String path) {
		assertThat(this.http.get(path)).isProblem(ProblemType.NOT_FOUND);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness" })
	void tellsItsHealthWithoutDetails(String path) {
		HttpFixture.Answer health = this.http.get(path);
		assertThat(health.status()).isEqualTo(200);
		assertThat(health.json().path("status").asString()).isEqualTo("UP");
		assertThat(health.json().has("components")).isFalse();
	}

	@Test
	void tellsItsMetrics() {
		HttpFixture.Answer metrics = this.http.get("/actuator/prometheus");
		assertThat(metrics.status()).isEqualTo(200);
		assertThat(metrics.text()).contains("jvm_memory_used_bytes");
	}

	@Test
	void isNotFramedSniffedOrKept() {
		Map.of("X-Content-Type-Options", "nosniff", "Cache-Control", "no-store", "Referrer-Policy", "no-referrer")
			.forEach((name, value) -> assertThat(this.http.get("/probe/trace").header(name)).isEqualTo(value));
		assertThat(this.http.get("/probe/trace").header("Content-Security-Policy")).contains("frame-ancestors 'none'");
		assertThat(this.http.get("/probe/trace").header("Content-Type")).isEqualTo("application/json");
	}

	@Test
	void boundsEveryMapper() {
		Map<String, ObjectMapper> mappers = this.context.getBeansOfType(ObjectMapper.class);
		assertThat(mappers).isNotEmpty().allSatisfy((name, mapper) -> {
			StreamReadConstraints constraints = mapper.tokenStreamFactory().streamReadConstraints();
			assertThat(constraints.getMaxNestingDepth()).isEqualTo(100);
			assertThat(constraints.hasMaxDocumentLength()).isTrue();
			assertThat(constraints.hasMaxTokenCount()).isTrue();
		});
	}

}
