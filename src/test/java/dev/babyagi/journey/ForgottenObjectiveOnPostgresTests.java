package dev.babyagi.journey;

import dev.babyagi.OnPostgres;

/**
 * The sweep on PostgreSQL.
 */
@OnPostgres
class ForgottenObjectiveOnPostgresTests extends ForgottenObjectiveTests {

}
