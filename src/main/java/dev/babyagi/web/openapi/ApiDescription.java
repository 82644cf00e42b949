package dev.babyagi.web.openapi;

import java.util.Optional;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Describes the API as a whole for OpenAPI: its name and version, and the rules that hold
 * for every operation and every schema.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

	private static final String TEXT = """
			Takes an objective in words, plans tasks for it, carries the tasks out in parallel and joins their results \
			into one answer.

			Changes within `/v1` are only additions: accept fields and values that you do not know. Every error is \
			answered as `application/problem+json` (RFC 9457), and its `type` is the address of a page that explains it.
			""";

	@Bean
	OpenAPI openApi(ObjectProvider<BuildProperties> build) {
		String version = Optional.ofNullable(build.getIfAvailable()).map(BuildProperties::getVersion).orElse("unknown");
		return new OpenAPI()
			.info(new Info().title("BabyAGI")
				.version(version)
				.description(TEXT)
				.license(new License().name("Apache License, Version 2.0")
					.url("https://www.apache.org/licenses/LICENSE-2.0")))
			// Relative, so that "Try it out" uses the address at which the page was
			// opened.
			.addServersItem(new Server().url("/"));
	}

	/** Comes first, so that the other converters stand before it in their chain. */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	static ModelResolver modelResolver() {
		return new ModelResolver(Json31.mapper(), new ComponentNames()).openapi31(true);
	}

	@Bean
	static RecordSchemas recordSchemas() {
		return new RecordSchemas();
	}

	@Bean
	static GlobalOpenApiCustomizer rulesOfEveryOperation() {
		return (api) -> {
			ProblemDescription.addTo(api);
			EnumDescription.spellAsOnTheWire(api);
			RequestDescription.describe(api);
		};
	}

}
