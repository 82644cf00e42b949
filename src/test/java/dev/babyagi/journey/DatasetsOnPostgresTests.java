package dev.babyagi.journey;

import dev.babyagi.OnPostgres;

/**
 * Training data on PostgreSQL.
 */
@OnPostgres
class DatasetsOnPostgresTests extends DatasetServiceTests {

}
