package dev.babyagi.journal.web;

import java.util.List;
import java.util.Objects;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Adds to the OpenAPI description what the streams of events send: a schema for each type
 * of event.
 */
@Configuration(proxyBeanMethods = false)
class StreamDescription {

	private static final String EXAMPLE = """
			id: 17
			event: task.state
			data: {"type":"task.state","sequence":17,"timestamp":"2026-11-30T12:00:00Z",\
			"data":{"objectiveId":"obj_01M88EQ6FJEXDAV3FV4QHVJ051","task":{"id":"t1","state":"succeeded","attempt":1}}}
			""";

	private static final String COMPONENTS = "#/components/schemas/";

	/** Before the rules that hold for every schema. */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	static GlobalOpenApiCustomizer streamedEvents() {
		return (api) -> {
			describe(api, "/v1/objectives/{id}/events", "StreamedEvent", StreamedEvents.OF_OBJECTIVE);
			describe(api, "/v1/events", "StreamedFeedEvent", StreamedEvents.OF_ALL);
		};
	}

	private static void describe(OpenAPI api, String path, String name, List<Class<? extends Record>> types) {
		Schema<Object> any = new Schema<>();
		any.description("The data of one server-sent event. The name of the event is its type.");
		for (Class<? extends Record> type : types) {
			ModelConverters.getInstance(true)
				.readAll(type)
				.forEach((component, schema) -> api.getComponents().addSchemas(component, schema));
			any.addOneOfItem(new Schema<>().$ref(COMPONENTS + name(type)));
		}
		api.getComponents().addSchemas(name, any);
		MediaType stream = new MediaType().schema(new Schema<>().$ref(COMPONENTS + name)).example(EXAMPLE);
		content(api, path).addMediaType("text/event-stream", stream);
	}

	private static String name(Class<?> type) {
		return Objects.requireNonNull(type.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class)).name();
	}

	private static Content content(OpenAPI api, String path) {
		PathItem described = Objects.requireNonNull(api.getPaths().get(path));
		return Objects.requireNonNull(described.getGet().getResponses().get("200")).getContent();
	}

}
