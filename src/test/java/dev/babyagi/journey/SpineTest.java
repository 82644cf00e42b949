package dev.babyagi.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;

/**
 * A test of what the house stands on, on a database of its own, without the clockwork
 * coming in between.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK,
		properties = { "spring.datasource.url=jdbc:h2:mem:spine;DB_CLOSE_DELAY=-1", "babyagi.journey.sweep-interval=1h",
				"babyagi.journey.orders-interval=1h" })
public @interface SpineTest {

}
