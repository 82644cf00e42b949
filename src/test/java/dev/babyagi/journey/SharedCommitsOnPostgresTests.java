package dev.babyagi.journey;

import dev.babyagi.OnPostgres;

/**
 * Shared commits on PostgreSQL.
 */
@OnPostgres
class SharedCommitsOnPostgresTests extends SharedCommitsTests {

}
