package dev.babyagi.storage;

import dev.babyagi.OnPostgres;

/**
 * Shared commits on PostgreSQL.
 */
@OnPostgres
class SharedCommitsOnPostgresTests extends SharedCommitsTests {

}
