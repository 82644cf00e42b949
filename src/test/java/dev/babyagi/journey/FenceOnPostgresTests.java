package dev.babyagi.journey;

import dev.babyagi.OnPostgres;

/**
 * The fence on PostgreSQL.
 */
@OnPostgres
class FenceOnPostgresTests extends FenceTests {

}
