package dev.babyagi.storage;

import java.sql.SQLException;
import java.util.Set;

import com.zaxxer.hikari.SQLExceptionOverride;

/**
 * Tells the connection pool which connections to close: H2 closes the whole database when
 * it cannot read or write, and only a new connection opens it again.
 * {@code application.yaml} names this class.
 */
public class ClosedDatabase implements SQLExceptionOverride {

	/** H2: the database has been closed, is shutting down, the object is closed. */
	private static final Set<Integer> CLOSED = Set.of(90098, 90121, 90007);

	@java.lang.Override
	public Override adjudicate(SQLException exception) {
		return CLOSED.contains(exception.getErrorCode()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
	}

}
