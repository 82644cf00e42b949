package dev.babyagi.web;

import dev.babyagi.OnPostgres;

/**
 * Repeated requests on PostgreSQL.
 */
@OnPostgres
class IdempotencyOnPostgresTests extends IdempotencyTests {

}
