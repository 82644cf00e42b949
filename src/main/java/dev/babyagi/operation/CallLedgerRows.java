package dev.babyagi.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.babyagi.language.ModelUsage;

/**
 * Reads and writes the ledger of model calls in the background.
 */
@Component
class CallLedgerRows {

	private final JdbcClient jdbc;

	CallLedgerRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The calls of some work for a purpose, in order. */
	List<LedgerEntry> of(UUID work, String purpose) {
		return this.jdbc.sql("""
				select number, outcome, reserved_input_tokens, reserved_output_tokens, reserved_cost_usd,
				model_calls, input_tokens, output_tokens, cost_usd
				from model_call where work_id = :work and purpose = :purpose order by number""")
			.param("work", work)
			.param("purpose", purpose)
			.query((row, index) -> entry(row))
			.list();
	}

	private static LedgerEntry entry(ResultSet row) throws SQLException {
		String outcome = row.getString("outcome");
		return new LedgerEntry(row.getInt("number"), (outcome != null) ? CallOutcome.valueOf(outcome) : null,
				new ModelUsage(1, row.getLong("reserved_input_tokens"), row.getLong("reserved_output_tokens"),
						row.getBigDecimal("reserved_cost_usd")),
				new ModelUsage(row.getInt("model_calls"), row.getLong("input_tokens"), row.getLong("output_tokens"),
						row.getBigDecimal("cost_usd")));
	}

	/**
	 * What calls of some purposes have used for a tenant since an instant, and what is
	 * reserved for those that are open. An open call counts as one.
	 */
	ModelUsage usedSince(String tenant, Set<String> purposes, Instant since) {
		return this.jdbc.sql("""
				select coalesce(sum(case when outcome is null then 1 else model_calls end), 0),
				coalesce(sum(case when outcome is null then reserved_input_tokens else input_tokens end), 0),
				coalesce(sum(case when outcome is null then reserved_output_tokens else output_tokens end), 0),
				coalesce(sum(case when outcome is null then reserved_cost_usd else cost_usd end), 0)
				from model_call where tenant = :tenant and opened_at >= :since and purpose in (:purposes)""")
			.param("tenant", tenant)
			.param("purposes", purposes)
			.param("since", Timestamp.from(since))
			.query((row, index) -> new ModelUsage(row.getInt(1), row.getLong(2), row.getLong(3), row.getBigDecimal(4)))
			.single();
	}

	/**
	 * Writes an open call.
	 * @throws org.springframework.dao.DuplicateKeyException if another replica has opened
	 * the same
	 */
	void open(CallRequest request, int number, ModelUsage reserved, Instant now) {
		this.jdbc.sql("""
				insert into model_call (work_id, purpose, number, tenant, reserved_input_tokens,
				reserved_output_tokens, reserved_cost_usd, opened_at, model_calls, input_tokens, output_tokens,
				cost_usd)
				values (:work, :purpose, :number, :tenant, :input, :output, :cost, :now, 0, 0, 0, 0)""")
			.param("work", request.work())
			.param("purpose", request.purpose())
			.param("number", number)
			.param("tenant", request.tenant())
			.param("input", reserved.inputTokens())
			.param("output", reserved.outputTokens())
			.param("cost", reserved.costUsd())
			.param("now", Timestamp.from(now))
			.update();
	}

	/**
	 * Closes an open call.
	 * @return whether it was open; if not, another replica has closed it
	 */
	boolean close(UUID work, String purpose, int number, CallOutcome outcome, ModelUsage used, Instant now) {
		return this.jdbc.sql("""
				update model_call set outcome = :outcome, closed_at = :now, model_calls = :calls,
				input_tokens = :input, output_tokens = :output, cost_usd = :cost
				where work_id = :work and purpose = :purpose and number = :number and outcome is null""")
			.param("outcome", outcome.name())
			.param("now", Timestamp.from(now))
			.param("calls", used.calls())
			.param("input", used.inputTokens())
			.param("output", used.outputTokens())
			.param("cost", used.costUsd())
			.param("work", work)
			.param("purpose", purpose)
			.param("number", number)
			.update() == 1;
	}

}
