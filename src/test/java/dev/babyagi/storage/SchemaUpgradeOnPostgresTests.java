package dev.babyagi.storage;

import dev.babyagi.OnPostgres;

/**
 * A database of an earlier version on PostgreSQL.
 */
@OnPostgres
class SchemaUpgradeOnPostgresTests extends SchemaUpgradeTests {

}
