package dev.babyagi.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What the database holds of attempts, read past the service.
 *
 * @param url of the database
 * @param user who may read it
 */
record AttemptLedger(String url, String user) {

	/** The attempts of every objective that has any. */
	Map<UUID, Calls> calls() {
		String sql = """
				select objective_id,
				sum(case when outcome in ('UNCERTAIN', 'CUT') then 0 else model_calls end),
				sum(case when outcome = 'CUT' then model_calls else 0 end),
				sum(case when outcome = 'UNCERTAIN' then 1 else 0 end),
				sum(case when closed_at is null then 1 else 0 end)
				from attempt group by objective_id""";
		try (Connection connection = DriverManager.getConnection(this.url, this.user, "");
				PreparedStatement query = connection.prepareStatement(sql);
				ResultSet row = query.executeQuery()) {
			Map<UUID, Calls> calls = new HashMap<>();
			while (row.next()) {
				calls.put(row.getObject(1, UUID.class),
						new Calls(row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)));
			}
			return calls;
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The books cannot be read", ex);
		}
	}

	/**
	 * The attempts of one objective.
	 *
	 * @param sure calls of the attempts that said how many they made
	 * @param cut calls that were cut: the endpoint may not have seen the last one of each
	 * @param uncertain attempts that a crash cut
	 * @param open attempts that are not closed
	 */
	record Calls(int sure, int cut, int uncertain, int open) {

		static final Calls NONE = new Calls(0, 0, 0, 0);

	}

}
