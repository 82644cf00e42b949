package dev.babyagi.journey;

import dev.babyagi.OnPostgres;

/**
 * The queue of a context on PostgreSQL.
 */
@OnPostgres
class ContextQueueOnPostgresTests extends AbstractContextQueueTests {

}
