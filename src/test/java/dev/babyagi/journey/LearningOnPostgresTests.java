package dev.babyagi.journey;

import dev.babyagi.OnPostgres;

/**
 * Learning on PostgreSQL.
 */
@OnPostgres
class LearningOnPostgresTests extends LearningServiceTests {

}
