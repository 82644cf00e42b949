package dev.babyagi.storage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * A pooled connection that breaks, at each place of a transaction.
 */
class BrokenConnectionTests {

	private final AtomicBoolean broken = new AtomicBoolean(true);

	private final HikariDataSource pool = new HikariDataSource();

	private Place place = Place.BEGIN;

	private final LocalContainerEntityManagerFactoryBean entities = new LocalContainerEntityManagerFactoryBean();

	private TransactionTemplate transaction = new TransactionTemplate();

	@BeforeEach
	void setUp() {
		this.pool.setDataSource(new Breaking(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID())));
		this.entities.setDataSource(this.pool);
		this.entities.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
		this.entities.setPackagesToScan("dev.babyagi.storage");
		this.entities.afterPropertiesSet();
		this.transaction = new TransactionTemplate(new JpaTransactionManager(factory()));
	}

	@AfterEach
	void tearDown() {
		this.entities.destroy();
		this.pool.close();
	}

	@ParameterizedTest
	@EnumSource
	void isAnOutageAtEachPlaceOfATransaction(Place place) {
		breakAt(place);
		Throwable failure = catchThrowable(() -> this.transaction.executeWithoutResult((status) -> select(place)));
		assertThat(failure).isNotNull().matches(StorageOutage::isIn);
		assertThat(this.broken).as("it broke there").isTrue();
	}

	@ParameterizedTest
	@EnumSource
	void isAnOutageForWhoeverSharesACommit(Place place) {
		breakAt(place);
		AtomicInteger times = new AtomicInteger();
		Throwable failure = catchThrowable(() -> new SharedCommits(this.transaction).share(() -> {
			times.incrementAndGet();
			select(place);
			return true;
		}));
		assertThat(failure).isNotNull().matches(StorageOutage::isIn);
		assertThat(times).as("nobody but the caller repeats it").hasValueLessThanOrEqualTo(1);
	}

	@Test
	void leavesNothingBroken() {
		breakAt(Place.STATEMENT);
		assertThat(catchThrowable(() -> this.transaction.executeWithoutResult((status) -> select(Place.STATEMENT))))
			.isNotNull();
		this.transaction.executeWithoutResult((status) -> select(Place.STATEMENT));
	}

	@Test
	void isNoOutageThatAStatementIsWrong() {
		Throwable failure = catchThrowable(
				() -> this.transaction.executeWithoutResult((status) -> query("select * from nowhere")));
		assertThat(failure).isNotNull().matches((wrong) -> !StorageOutage.isIn(wrong));
	}

	private void breakAt(Place place) {
		this.place = place;
		this.broken.set(false);
	}

	/** A rollback needs a reason, which is none of the database. */
	private void select(Place place) {
		query("select 1");
		if (place == Place.ROLLBACK) {
			throw new IllegalStateException("Never mind");
		}
	}

	private void query(String sql) {
		Objects.requireNonNull(EntityManagerFactoryUtils.getTransactionalEntityManager(factory()))
			.createNativeQuery(sql)
			.getResultList();
	}

	private EntityManagerFactory factory() {
		return Objects.requireNonNull(this.entities.getObject());
	}

	/** Where it breaks: by the method of a connection. */
	enum Place {

		BEGIN("setAutoCommit"), STATEMENT("prepareStatement"), COMMIT("commit"), ROLLBACK("rollback");

		private final String method;

		Place(String method) {
			this.method = method;
		}

	}

	/** Its connections break once, at the place, as those of PostgreSQL do. */
	private final class Breaking extends DelegatingDataSource {

		private Breaking(DataSource target) {
			super(target);
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(),
					new Class<?>[] { Connection.class }, (proxy, method, arguments) -> {
						boolean here = BrokenConnectionTests.this.place.method.equals(method.getName());
						if (here && isUsed(arguments) && BrokenConnectionTests.this.broken.compareAndSet(false, true)) {
							throw new SQLException("An I/O error occurred while sending to the backend.", "08006");
						}
						try {
							return method.invoke(connection, arguments);
						}
						catch (InvocationTargetException ex) {
							throw ex.getCause();
						}
					});
		}

		/** The pool itself only switches auto-commit on. */
		private boolean isUsed(Object[] arguments) {
			return arguments == null || !Boolean.TRUE.equals(arguments[0]);
		}

	}

}
