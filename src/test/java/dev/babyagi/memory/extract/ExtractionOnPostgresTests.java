package dev.babyagi.memory.extract;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import dev.babyagi.OnPostgres;

/**
 * The extraction of facts and its ledger, on PostgreSQL.
 */
@OnPostgres
@TestPropertySource(properties = "babyagi.memory.extract=context")
@Import(ExtractionModuleTests.Beside.class)
class ExtractionOnPostgresTests extends ExtractionModuleTests {

}
