package dev.babyagi.journey;

import dev.babyagi.OnPostgres;

/**
 * Exemplars on PostgreSQL.
 */
@OnPostgres
class ExemplarsOnPostgresTests extends ExemplarServiceTests {

}
