package dev.babyagi.memory.extract;

import org.springframework.context.annotation.Import;

import dev.babyagi.OnPostgres;

/**
 * The extraction of facts and its ledger, on PostgreSQL.
 */
@OnPostgres
@Import(ExtractionModuleTests.Beside.class)
class ExtractionOnPostgresTests extends ExtractionModuleTests {

}
