package dev.babyagi.storage;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextConfiguration;

import dev.babyagi.execution.AttemptOutcome;
import dev.babyagi.execution.Execution;
import dev.babyagi.execution.Executions;
import dev.babyagi.execution.TaskState;
import dev.babyagi.execution.VerificationLevel;
import dev.babyagi.journal.JournalReader;
import dev.babyagi.objective.Completeness;
import dev.babyagi.objective.Objective;
import dev.babyagi.objective.ObjectiveFilter;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.ObjectiveState;
import dev.babyagi.objective.Objectives;
import dev.babyagi.objective.StopReason;
import dev.babyagi.plan.Assignment;
import dev.babyagi.plan.Conclusion;
import dev.babyagi.plan.Origin;
import dev.babyagi.plan.Plan;
import dev.babyagi.plan.PlanRevisions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A database of an earlier version is brought up to date when the service opens it, and
 * what it holds can be read.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK,
		properties = "spring.datasource.url=jdbc:h2:mem:upgrade;DB_CLOSE_DELAY=-1")
@ContextConfiguration(initializers = SchemaUpgradeTests.Earlier.class)
class SchemaUpgradeTests {

	private static final ObjectiveId ID = new ObjectiveId(UUID.fromString("0190a000-0000-7000-8000-000000000001"));

	@Autowired
	private Flyway flyway;

	@Autowired
	private DataSource dataSource;

	@Autowired
	private Objectives objectives;

	@Autowired
	private PlanRevisions plans;

	@Autowired
	private Executions executions;

	@Autowired
	private JournalReader journal;

	@Test
	void bringsTheSchemaUpToDate() throws SQLException {
		assertThat(this.flyway.info().pending()).isEmpty();
		assertThat(this.flyway.info().applied()).extracting(MigrationInfo::getVersion)
			.extracting((version) -> version.getMajor().intValue())
			.containsSubsequence(90, 91)
			.isSorted();
		try (Connection connection = this.dataSource.getConnection()) {
			assertThat(indexes(connection)).contains("objective_by_metadata");
		}
	}

	@Test
	void findsAnObjectiveByItsMetadata() {
		assertThat(listed(Map.of("team", "blue"))).containsExactly(ID);
		assertThat(listed(Map.of("team", "red"))).isEmpty();
	}

	private List<ObjectiveId> listed(Map<String, String> metadata) {
		ObjectiveFilter filter = new ObjectiveFilter(null, null, null, null, null, metadata, null);
		return this.objectives.list("default", filter, 10).stream().map(Objective::id).toList();
	}

	@Test
	void readsAnObjectiveBack() {
		Objective objective = this.objectives.find(ID, "default").orElseThrow();
		assertThat(objective.text()).isEqualTo("How many parts are there, six times seven?");
		assertThat(objective.state()).isEqualTo(ObjectiveState.COMPLETED);
		assertThat(objective.stopReason()).isEqualTo(StopReason.GOAL_MET);
		assertThat(objective.completeness()).isEqualTo(Completeness.FULL);
		assertThat(objective.finishedAt()).isEqualTo(Instant.parse("2026-03-01T12:00:09Z"));
		assertThat(objective.limits().maxCostUsd()).isEqualByComparingTo("1.5");
		assertThat(objective.spending().modelCalls()).isEqualTo(1);
		assertThat(objective.progress().succeeded()).isEqualTo(2);
		assertThat(objective.result()).contains("\"It is 42\"");
		assertThat(this.objectives.tenants()).containsExactly("default");
	}

	@Test
	void readsItsPlanItsTasksAndItsAttemptsBack() {
		Plan plan = this.plans.newest(ID).orElseThrow();
		assertThat(plan.origin()).isEqualTo(Origin.MODEL);
		assertThat(plan.task("t1").assignment()).isInstanceOf(Assignment.UseTool.class);
		assertThat(plan.conclusion()).isEqualTo(new Conclusion.Template("It is ${t2.output}"));
		Execution execution = this.executions.find(this.objectives.find(ID, "default").orElseThrow(), plan);
		assertThat(execution.run("t1").verification()).isEqualTo(VerificationLevel.RECOMPUTE);
		assertThat(execution.run("t2").state()).isEqualTo(TaskState.SUCCEEDED);
		assertThat(execution.artifacts().get("t2")).hasFieldOrPropertyWithValue("text", "42");
		assertThat(execution.attempts()).singleElement().satisfies((attempt) -> {
			assertThat(attempt.outcome()).isEqualTo(AttemptOutcome.SUCCEEDED);
			assertThat(attempt.answer()).isEqualTo("42");
			assertThat(attempt.used().costUsd()).isEqualByComparingTo(new BigDecimal("0.001"));
		});
	}

	@Test
	void readsItsJournalBack() {
		assertThat(this.journal.after(ID, 0, 10)).extracting((entry) -> entry.type())
			.containsExactly("objective.state", "objective.completed");
		assertThat(this.journal.after(0L, 10)).extracting((entry) -> entry.position()).containsExactly(1L, 2L);
		assertThat(this.journal.lastPosition()).isEqualTo(2);
	}

	private static List<String> indexes(Connection connection) throws SQLException {
		DatabaseMetaData meta = connection.getMetaData();
		String table = meta.storesUpperCaseIdentifiers() ? "OBJECTIVE_METADATA" : "objective_metadata";
		List<String> names = new ArrayList<>();
		try (ResultSet indexes = meta.getIndexInfo(null, null, table, false, false)) {
			while (indexes.next()) {
				names.add(String.valueOf(indexes.getString("INDEX_NAME")).toLowerCase(Locale.ROOT));
			}
		}
		return names;
	}

	/**
	 * Leaves a database behind as version 90 did, before the service opens it.
	 */
	static final class Earlier implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		private static final String PLAN = """
				{"revision":1,"origin":"model","thought":null,"requirements":[{"id":"r1","text":"a count"}],
				"tasks":[{"id":"t1","title":"Count","instruction":"Count","assignment":"tool","tool":"calculator",
				"inputs":{"expression":"6 * 7"},"dependsOn":[],"covers":["r1"],"parent":null,"sideEffect":false,
				"expect":{"type":"text","schema":null,"unit":null,"maxChars":null},
				"success":{"kind":"none","arg":null},"effort":"low","timeout":null},
				{"id":"t2","title":"Say","instruction":"Say ${t1.output}","assignment":"think","dependsOn":["t1"],
				"covers":[],"parent":null,"sideEffect":false,
				"expect":{"type":"number","schema":null,"unit":null,"maxChars":null},
				"success":{"kind":"range","arg":{"min":1}},"effort":"low","timeout":"PT1M"}],
				"final":{"kind":"template","value":"It is ${t2.output}"},"childFinals":{}}""";

		private static final String ROWS = """
				insert into objective (id, tenant, context_id, created_at, text, planning, max_cost_usd, max_tokens,
				  max_model_calls, max_tasks, max_replans, max_duration, parallelism, priority, state, phase,
				  stop_reason, completeness, started_at, finished_at, model_calls, input_tokens, output_tokens,
				  cost_usd, total, succeeded, running, failed, skipped, result, epoch, orders, orders_seen, recording)
				values (ID, 'default', ID, AT, 'How many parts are there, six times seven?', 'plan', 1.5, 500000, 60,
				  20, 2, 900000000000, 8, 5, 'COMPLETED', 'EXECUTING', 'GOAL_MET', 'FULL', AT, END, 1, 100, 10,
				  0.001, 2, 2, 0, 0, 0,
				  json '{"answer":"It is 42","mediaType":"text/plain","warnings":[],"claims":[]}', 7, 0, 0, 3);
				insert into objective_metadata values (ID, 'default', 'team', 'blue');
				insert into plan values (ID, 1, 'default', 'MODEL', json 'PLAN', AT);
				insert into task_run (objective_id, task_id, tenant, revision, position, state, attempt, wrongs,
				  crashes, outages, artifact_type, artifact_value, artifact_text, verification, resolved_inputs,
				  started_at, finished_at)
				values (ID, 't1', 'default', 1, 0, 'SUCCEEDED', 1, 0, 0, 0, 'NUMBER', json '42', '42', 'RECOMPUTE',
				  json '{"expression":"6 * 7"}', AT, AT),
				  (ID, 't2', 'default', 1, 1, 'SUCCEEDED', 1, 0, 0, 0, 'NUMBER', json '42', '42', 'NONE', null, AT,
				  END);
				insert into attempt values (ID, 1, 'default', 'EXECUTOR', 't2', 1, 1, 200, 100, 0.002, AT, END,
				  'SUCCEEDED', 1, 100, 10, 0.001, '42', null);
				insert into journal_head values (ID, 'default', 2);
				insert into journal_entry values (ID, 1, 'default', 'objective.state', json '{}', AT),
				  (ID, 2, 'default', 'objective.completed', json '{}', END)""";

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			context.addBeanFactoryPostProcessor((beans) -> leaveBehind(context.getEnvironment()));
		}

		private static void leaveBehind(Environment environment) {
			String url = environment.getRequiredProperty("spring.datasource.url");
			String user = environment.getRequiredProperty("spring.datasource.username");
			Flyway.configure().dataSource(url, user, "").target("90").load().migrate();
			try (Connection connection = DriverManager.getConnection(url, user, "");
					Statement statement = connection.createStatement()) {
				assertThat(indexes(connection)).contains("objective_by_metadata");
				for (String row : rows()) {
					statement.execute(row);
				}
			}
			catch (SQLException ex) {
				throw new IllegalStateException("The database of an earlier version could not be filled", ex);
			}
		}

		private static List<String> rows() {
			String rows = ROWS.replaceAll("\\bID\\b", "uuid '" + ID.id() + "'")
				.replaceAll("\\bAT\\b", "timestamp with time zone '2026-03-01 12:00:00+00'")
				.replaceAll("\\bEND\\b", "timestamp with time zone '2026-03-01 12:00:09+00'")
				.replace("PLAN'", PLAN.replace("\n", "") + "'");
			return List.of(rows.split(";"));
		}

	}

}
