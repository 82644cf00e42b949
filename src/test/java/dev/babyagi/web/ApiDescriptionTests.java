package dev.babyagi.web;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

import dev.babyagi.web.header.SecurityHeadersFilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;

/**
 * What OpenAPI and Swagger UI show.
 */
@WebEdgeTest
class ApiDescriptionTests {

	@Autowired
	HttpFixture http;

	@Autowired
	WebApplicationContext context;

	@Test
	void isNamedAndReachedByTheWayItWasRead() {
		JsonNode api = api();
		assertThat(api.path("info").path("title").asString()).isEqualTo("BabyAGI");
		assertThat(api.path("info").path("version").asString()).isNotBlank().isNotEqualTo("unknown");
		assertThat(api.path("servers").path(0).path("url").asString()).isEqualTo("/");
	}

	@Test
	void documentsTheProblemsOfAnOperation() {
		JsonNode responses = api().at("/paths/~1workshop/post/responses");
		assertThat(responses.propertyNames()).contains("400", "406", "409", "413", "415", "421", "422", "429", "500",
				"503");
		assertThat(responses.at("/400/$ref").asString()).isEqualTo("#/components/responses/Problem400");
		assertThat(api().at("/paths/~1probe~1trace/get/responses").propertyNames()).doesNotContain("404", "405", "415");
	}

	@Test
	void listsEveryType() {
		JsonNode problem = api().at("/components/schemas/Problem");
		assertThat(problem.at("/properties/type/enum").valueStream().map(JsonNode::asString))
			.hasSameSizeAs(ProblemType.values())
			.contains("/problems/model-not-configured");
		assertThat(api().at("/components/responses/Problem503/content").propertyNames())
			.containsExactly("application/problem+json");
	}

	@Test
	void documentsTheIdempotencyKey() {
		JsonNode parameters = api().at("/paths/~1workshop/post/parameters");
		assertThat(parameters.path(0).path("name").asString()).isEqualTo("Idempotency-Key");
		assertThat(parameters.path(0).path("in").asString()).isEqualTo("header");
	}

	@Test
	void spellsConstantsAsOnTheWire() {
		JsonNode api = api();
		assertThat(api.at("/components/schemas/Order/properties/colour/enum").toString())
			.isEqualTo("[\"red\",\"dark_blue\",null]");
		assertThat(api.at("/paths/~1probe~1list/get/parameters")
			.valueStream()
			.filter((parameter) -> parameter.path("name").asString().equals("colour"))
			.flatMap((parameter) -> parameter.at("/schema/enum").valueStream().map(JsonNode::asString)))
			.containsExactly("red", "dark_blue");
	}

	@Test
	void showsOnlyOurOperations() {
		assertThat(api().path("paths").propertyNames())
			.allMatch((path) -> path.startsWith("/v1/") || path.startsWith("/probe/") || path.startsWith("/workshop"));
	}

	@Test
	void servesSwaggerUiFromTheServiceAlone() {
		HttpFixture.Answer redirect = this.http.get("/swagger-ui.html");
		assertThat(redirect.status()).isEqualTo(302);
		assertThat(redirect.header("Location")).endsWith("/swagger-ui/index.html");
		HttpFixture.Answer page = this.http.get("/swagger-ui/index.html");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text()).doesNotContain("http://", "https://");
		assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
		assertThat(this.http.get("/swagger-ui/swagger-ui-bundle.js").status()).isEqualTo(200);
		assertThat(this.http.get("/v3/api-docs/swagger-config").json().path("validatorUrl").asString())
			.isEqualTo("none");
	}

	@Test
	void mayLoadItsScriptsBelowAContextPath() throws Exception {
		MockMvc mvc = MockMvcBuilders.webAppContextSetup(this.context)
			.addFilters(this.context.getBean(SecurityHeadersFilter.class))
			.build();
		mvc.perform(get("/app/swagger-ui/index.html").contextPath("/app"))
			.andExpect(header().string("Content-Security-Policy", startsWith("default-src 'self'")));
	}

	private JsonNode api() {
		return this.http.get("/v3/api-docs").json();
	}

}
