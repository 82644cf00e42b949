package dev.babyagi.storage;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells a database that cannot be reached, or a connection that broke, from other
 * failures: in the begin of a transaction, in a statement, in the commit and in the
 * rollback.
 */
public final class StorageOutage {

	/**
	 * States of SQL that begin so mean: no connection, the server's resources are used
	 * up, the server is shutting down or starting, its system failed, it ended the
	 * session because a transaction was idle; in H2, the object is closed.
	 */
	private static final List<String> STATES = List.of("08", "53", "57P", "58", "25P03", "90007");

	private static final int MAX_CAUSES = 20;

	private StorageOutage() {
	}

	/** Returns whether a failure comes from an outage. */
	public static boolean isIn(Throwable failure) {
		return causes(failure, MAX_CAUSES).anyMatch(StorageOutage::isOutage);
	}

	/**
	 * A rollback that fails hides why there was one: it is no cause, but kept beside.
	 */
	private static Stream<Throwable> causes(@Nullable Throwable failure, int depth) {
		if (failure == null || depth == 0) {
			return Stream.empty();
		}
		Throwable hidden = (failure instanceof TransactionSystemException system) ? system.getApplicationException()
				: null;
		return Stream
			.of(Stream.of(failure), causes(failure.getCause(), depth - 1),
					Objects.equals(hidden, failure.getCause()) ? Stream.<Throwable>empty() : causes(hidden, depth - 1))
			.flatMap((part) -> part);
	}

	private static boolean isOutage(Throwable cause) {
		return switch (cause) {
			case DataAccessResourceFailureException away -> true;
			case CannotCreateTransactionException away -> true;
			case SQLTransientConnectionException away -> true;
			case SQLNonTransientConnectionException away -> true;
			case SQLRecoverableException away -> true;
			case SQLException sql -> isOutage(sql.getSQLState());
			default -> false;
		};
	}

	/**
	 * Databases always give a state. Without one it is the pool, which has closed a
	 * broken connection that is still in use.
	 */
	private static boolean isOutage(@Nullable String state) {
		return state == null || STATES.stream().anyMatch(state::startsWith);
	}

}
