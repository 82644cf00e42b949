package dev.babyagi.web.openapi;

import java.util.Optional;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.babyagi.web.IdempotencyKeys;

/**
 * Describes the API as a whole for OpenAPI: its name and version, and the problems that
 * any operation can answer with.
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

	@Bean
	static GlobalOpenApiCustomizer problemsOfEveryOperation() {
		return (api) -> {
			ProblemDescription.addTo(api.getComponents());
			EnumDescription.spellAsOnTheWire(api);
			EnumDescription.operations(api).forEach(ApiDescription::addProblems);
		};
	}

	/** Error responses that an operation declares are problems as well. */
	private static void addProblems(Operation operation) {
		operation.getResponses().replaceAll((status, response) -> status.startsWith("4") ? problem(status) : response);
		add(operation, "400");
		add(operation, "406");
		add(operation, "421");
		add(operation, "500");
		add(operation, "503");
		if (hasParameter(operation, "path")) {
			add(operation, "404");
		}
		if (operation.getRequestBody() != null) {
			add(operation, "413");
			add(operation, "415");
			add(operation, "422");
		}
		if (hasParameter(operation, "header", IdempotencyKeys.HEADER)) {
			add(operation, "409");
			add(operation, "429");
		}
	}

	private static void add(Operation operation, String status) {
		if (!operation.getResponses().containsKey(status)) {
			operation.getResponses().addApiResponse(status, problem(status));
		}
	}

	private static ApiResponse problem(String status) {
		return new ApiResponse().$ref(ProblemDescription.responseName(status));
	}

	private static boolean hasParameter(Operation operation, String in) {
		return operation.getParameters() != null
				&& operation.getParameters().stream().map(Parameter::getIn).anyMatch(in::equals);
	}

	private static boolean hasParameter(Operation operation, String in, String name) {
		return operation.getParameters() != null && operation.getParameters()
			.stream()
			.anyMatch((parameter) -> in.equals(parameter.getIn()) && name.equals(parameter.getName()));
	}

}
