package dev.babyagi.journey;

import org.springframework.test.context.TestPropertySource;

/**
 * The journey on H2.
 */
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:journey;DB_CLOSE_DELAY=-1")
class JourneyOnH2Tests extends AbstractJourneyTests {

}
