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
 * Releases at once what a dead process still holds. An H2 database has only one process,
 * so whatever is marked picked when it starts belongs to one that is gone; elsewhere a
 * lease has to run out.
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
		int released = this.jdbc.sql(
				"update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null where picked = true")
			.update();
		if (released > 0) {
			log.info("Released {} objectives that a process before this one held", released);
		}
	}

	private boolean hasOneProcessOnly() {
		try {
			return "H2"
				.equals(JdbcUtils.extractDatabaseMetaData(this.dataSource, DatabaseMetaData::getDatabaseProductName));
		}
		catch (MetaDataAccessException ex) {
			throw new IllegalStateException("The database cannot be asked what it is", ex);
		}
	}

}
