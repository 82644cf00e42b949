package dev.babyagi.journey;

import dev.babyagi.OnPostgres;

/**
 * The journey on PostgreSQL.
 */
@OnPostgres
class JourneyOnPostgresTests extends AbstractJourneyTests {

}
