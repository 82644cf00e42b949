package dev.babyagi.storage;

import java.sql.SQLException;
import java.util.Set;

import com.zaxxer.hikari.SQLExceptionOverride;

/**
 * Tells the connection pool which of its connections are of no use any more: H2 closes
 * the whole database when it cannot read or write, and only a new connection can find it
 * open. Named in {@code application.yaml}.
 */
public class ClosedDatabase implements SQLExceptionOverride {

	/** H2: the database has been closed, was called at shutdown, the object is closed. */
	private static final Set<Integer> CLOSED = Set.of(90098, 90121, 90007);

	@java.lang.Override
	public Override adjudicate(SQLException exception) {
		return CLOSED.contains(exception.getErrorCode()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
	}

}
