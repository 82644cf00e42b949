package dev.babyagi.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;

/**
 * Starts the whole service on a database of its own, without an HTTP server, and with the
 * look for orders and the sweep an hour away.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK,
		properties = { "spring.datasource.url=jdbc:h2:mem:timers;DB_CLOSE_DELAY=-1",
				"babyagi.journey.sweep-interval=1h", "babyagi.journey.orders-interval=1h" })
public @interface ServiceWithoutTimersTest {

}
