package dev.babyagi.benchmark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts the commits over all pools that changed a row: explicit ones, and updates
 * outside a transaction.
 */
class CommitCounter implements BeanPostProcessor {

	static final AtomicLong COMMITS = new AtomicLong();

	/**
	 * Off while times are measured under load: the proxies cost more than some of the
	 * work.
	 */
	static volatile boolean counting;

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof DataSource pool) ? new Counting(pool) : bean;
	}

	private static final class Counting extends DelegatingDataSource {

		Counting(DataSource pool) {
			super(pool);
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			if (!counting) {
				return connection;
			}
			AtomicBoolean changed = new AtomicBoolean();
			return proxy(Connection.class, (method, arguments) -> {
				Object result = call(connection, method, arguments);
				if (method.getName().equals("commit") && changed.getAndSet(false)) {
					COMMITS.incrementAndGet();
				}
				return (result instanceof PreparedStatement statement) ? counting(connection, statement, changed)
						: result;
			});
		}

		private static PreparedStatement counting(Connection connection, PreparedStatement statement,
				AtomicBoolean changed) {
			return proxy(PreparedStatement.class, (method, arguments) -> {
				Object result = call(statement, method, arguments);
				if (changes(method.getName(), result, statement)) {
					if (connection.getAutoCommit()) {
						COMMITS.incrementAndGet();
					}
					else {
						changed.set(true);
					}
				}
				return result;
			});
		}

		private static boolean changes(String method, Object result, PreparedStatement statement) throws SQLException {
			return switch (method) {
				case "executeUpdate" -> (int) result > 0;
				case "executeBatch" -> Arrays.stream((int[]) result).anyMatch((count) -> count != 0);
				case "execute" -> statement.getUpdateCount() > 0;
				default -> false;
			};
		}

		private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
			try {
				return method.invoke(target, arguments);
			}
			catch (InvocationTargetException ex) {
				throw ex.getCause();
			}
		}

		private static <T> T proxy(Class<T> type, Call call) {
			return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
					(proxy, method, arguments) -> call.on(method, arguments)));
		}

	}

	/**
	 * One call of a proxy.
	 */
	private interface Call {

		Object on(Method method, Object[] arguments) throws Throwable;

	}

}
