package dev.babyagi.dispatch;

import java.sql.DatabaseMetaData;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Releases the leases of the previous process at the start on H2. An H2 file has only one
 * process, so every row that is picked at the start belongs to one that is gone; on
 * PostgreSQL a lease has to expire.
 */
@Component
class LeaseRelease implements SmartInitializingSingleton {

	private static final Logger log = LoggerFactory.getLogger(LeaseRelease.class);

	private final DataSource dataSource;

	private final JdbcClient jdbc;

	LeaseRelease(DataSource dataSource, JdbcClient jdbc) {
		this.dataSource = dataSource;
		this.jdbc = jdbc;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (!hasOneProcessOnly()) {
			return;
		}
		release("scheduled_tasks", "objectives");
		release(BackgroundWork.TABLE, "pieces of background work");
	}

	private void release(String table, String what) {
		int released = this.jdbc
			.sql("update %s set picked = false, picked_by = null, last_heartbeat = null where picked = true"
				.formatted(table))
			.update();
		if (released > 0) {
			log.info("Released {} {} that the previous process had not finished: they go on now", released, what);
		}
	}

	private boolean hasOneProcessOnly() {
		try {
			return "H2"
				.equals(JdbcUtils.extractDatabaseMetaData(this.dataSource, DatabaseMetaData::getDatabaseProductName));
		}
		catch (MetaDataAccessException ex) {
			throw new IllegalStateException("The product name of the database cannot be read", ex);
		}
	}

}
