package dev.babyagi.journey;

import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import dev.babyagi.Postgres;

/**
 * The journey on PostgreSQL.
 */
@ActiveProfiles("postgres")
class JourneyOnPostgresTests extends AbstractJourneyTests {

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry properties) {
		String url = Postgres.database("journey");
		properties.add("spring.datasource.url", () -> url);
		properties.add("spring.datasource.username", () -> "postgres");
	}

}
