package dev.babyagi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * The same tests on PostgreSQL, each context on a database of its own. The service takes
 * no facts from objectives, so that a test can count the calls that are its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ActiveProfiles("postgres")
@TestPropertySource(properties = "babyagi.memory.extract=off")
@ContextConfiguration(initializers = OnPostgres.Database.class)
public @interface OnPostgres {

	/**
	 * Gives a context its database.
	 */
	final class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		private static final AtomicInteger NUMBER = new AtomicInteger();

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			String url = Postgres.database("context" + NUMBER.incrementAndGet());
			TestPropertyValues.of("spring.datasource.url=" + url, "spring.datasource.username=postgres")
				.applyTo(context);
		}

	}

}
