package dev.babyagi.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import dev.babyagi.objective.WireId;

/**
 * What the database holds of attempts, read past the service.
 *
 * @param url of the database
 * @param user who may read it
 */
record Books(String url, String user) {

	Calls calls(String objectiveId) {
		UUID id = WireId.parse("obj", objectiveId).orElseThrow();
		String sql = """
				select coalesce(sum(case when outcome in ('UNCERTAIN', 'CUT') then 0 else model_calls end), 0),
				coalesce(sum(case when outcome = 'CUT' then model_calls else 0 end), 0),
				coalesce(sum(case when outcome = 'UNCERTAIN' then 1 else 0 end), 0),
				coalesce(sum(case when closed_at is null then 1 else 0 end), 0)
				from attempt where objective_id = ?""";
		try (Connection connection = DriverManager.getConnection(this.url, this.user, "");
				PreparedStatement query = connection.prepareStatement(sql)) {
			query.setObject(1, id);
			try (ResultSet row = query.executeQuery()) {
				row.next();
				return new Calls(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4));
			}
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

	}

}
