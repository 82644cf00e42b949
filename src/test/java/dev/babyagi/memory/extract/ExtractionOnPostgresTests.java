package dev.babyagi.memory.extract;

import dev.babyagi.OnPostgres;

/**
 * The extraction of facts and its ledger, on PostgreSQL.
 */
@OnPostgres
class ExtractionOnPostgresTests extends ExtractionModuleTests {

}
