package dev.babyagi.dispatch;

import org.springframework.context.annotation.Import;

import dev.babyagi.OnPostgres;

/**
 * The statements of the dispatcher, on PostgreSQL.
 */
@OnPostgres
@Import(DispatchModuleTests.Carriers.class)
class DispatchOnPostgresTests extends DispatchModuleTests {

}
