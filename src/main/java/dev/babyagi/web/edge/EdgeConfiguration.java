package dev.babyagi.web.edge;

import java.util.List;
import java.util.Set;

import org.apache.catalina.connector.Connector;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.MediaType;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

import dev.babyagi.web.json.StrictJson;
import dev.babyagi.web.json.WireEnums;
import dev.babyagi.web.problem.ProblemResolver;
import dev.babyagi.web.problem.ProblemValve;
import dev.babyagi.web.problem.ProblemWriter;

/**
 * The settings of Spring MVC and Tomcat that hold for every controller.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class EdgeConfiguration implements WebMvcConfigurer {

	/**
	 * Converters for YAML and XML come with other libraries; neither is in the contract.
	 */
	private static final Set<Class<?>> OFFERED = Set.of(JacksonJsonHttpMessageConverter.class,
			StringHttpMessageConverter.class, ByteArrayHttpMessageConverter.class, ResourceHttpMessageConverter.class);

	private final ProblemResolver problems;

	EdgeConfiguration(ProblemResolver problems) {
		this.problems = problems;
	}

	@Override
	public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
		// After handlers that controllers declare, before all other resolvers.
		resolvers.add(1, this.problems);
	}

	/**
	 * JSON is always UTF-8, so parameters of an accepted media type do not count.
	 */
	@Override
	public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
		ContentNegotiationStrategy header = new HeaderContentNegotiationStrategy();
		negotiation.strategies(List.of((request) -> header.resolveMediaTypes(request)
			.stream()
			.map((accepted) -> new MediaType(accepted.getType(), accepted.getSubtype(), accepted.getQualityValue()))
			.toList()));
	}

	@Override
	public void addFormatters(FormatterRegistry registry) {
		registry.addConverterFactory(new WireEnums());
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new QueryParameters());
	}

	@Bean
	@Order(10) // after Boot's own, which would install the lenient mapper
	static ServerHttpMessageConvertersCustomizer strictJson(JsonMapper lenient) {
		return (converters) -> converters
			.withJsonConverter(new JacksonJsonHttpMessageConverter(StrictJson.strict(lenient)))
			.configureMessageConvertersList((list) -> list.removeIf((converter) -> !isSpoken(converter)));
	}

	@Bean
	static WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemsOfTomcat(ProblemWriter writer) {
		return (tomcat) -> tomcat
			.addContextCustomizers((context) -> context.getParent().getPipeline().addValve(new ProblemValve(writer)));
	}

	/**
	 * A request that waits for an outcome keeps its buffers for the whole wait. These are
	 * 20 kB smaller than Tomcat's own 88 kB. Larger bodies are read and written in
	 * several steps.
	 */
	@Bean
	static WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> smallBuffers() {
		return (tomcat) -> tomcat.addConnectorCustomizers((connector) -> {
			set(connector, "socket.appReadBufSize", 4096);
			set(connector, "socket.appWriteBufSize", 4096);
			set(connector, "maxTrailerSize", 512);
		});
	}

	private static void set(Connector connector, String property, int bytes) {
		if (!connector.setProperty(property, Integer.toString(bytes))) {
			throw new IllegalStateException("Tomcat has no property " + property);
		}
	}

	private static boolean isSpoken(HttpMessageConverter<?> converter) {
		return OFFERED.contains(converter.getClass());
	}

}
