package dev.babyagi.journey;

import dev.babyagi.OnPostgres;

/**
 * What dead processes leave behind, on PostgreSQL.
 */
@OnPostgres
class CrashAfterClaimOnPostgresTests extends CrashAfterClaimTests {

}
