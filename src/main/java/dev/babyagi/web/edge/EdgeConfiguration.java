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
 * The choices made for every controller.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class EdgeConfiguration implements WebMvcConfigurer {

	/** YAML and XML would come by way of other libraries; neither is in the contract. */
	private static final Set<Class<?>> SPOKEN = Set.of(JacksonJsonHttpMessageConverter.class,
			StringHttpMessageConverter.class, ByteArrayHttpMessageConverter.class, ResourceHttpMessageConverter.class);

	private final ProblemResolver problems;

	EdgeConfiguration(ProblemResolver problems) {
		this.problems = problems;
	}

	@Override
	public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
		// After handlers that controllers declare, before all that answer otherwise.
		resolvers.add(1, this.problems);
	}

	/**
	 * JSON is UTF-8: what else a client says of a media type it accepts decides nothing.
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
	@Order(10) // after Boot's own, which would put the lenient mapper there
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
	 * A request that waits for an outcome holds its buffers all the while: 20 kB less of
	 * them than Tomcat's own 88. What is larger is read and written in more than one go.
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
			throw new IllegalStateException("Tomcat knows no property " + property);
		}
	}

	private static boolean isSpoken(HttpMessageConverter<?> converter) {
		return SPOKEN.contains(converter.getClass());
	}

}
