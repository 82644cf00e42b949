package dev.babyagi.benchmark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts commits over all pools: explicit ones, and updates outside a transaction.
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
			return proxy(Connection.class, (method, arguments) -> {
				if (method.getName().equals("commit")) {
					COMMITS.incrementAndGet();
				}
				Object result = call(connection, method, arguments);
				return (result instanceof PreparedStatement statement) ? counting(connection, statement) : result;
			});
		}

		private static PreparedStatement counting(Connection connection, PreparedStatement statement) {
			return proxy(PreparedStatement.class, (method, arguments) -> {
				Object result = call(statement, method, arguments);
				boolean updates = method.getName().equals("executeUpdate")
						|| (method.getName().equals("execute") && statement.getUpdateCount() >= 0);
				if (updates && connection.getAutoCommit()) {
					COMMITS.incrementAndGet();
				}
				return result;
			});
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
