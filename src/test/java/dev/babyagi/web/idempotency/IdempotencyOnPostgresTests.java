package dev.babyagi.web.idempotency;

import dev.babyagi.OnPostgres;

/**
 * Repeated requests on PostgreSQL.
 */
@OnPostgres
class IdempotencyOnPostgresTests extends IdempotencyTests {

}
