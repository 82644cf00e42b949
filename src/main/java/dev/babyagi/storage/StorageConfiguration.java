package dev.babyagi.storage;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.StatelessSession;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configures how rows are written and when the schema is migrated.
 */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

	/**
	 * Writes entities in batches in the transaction of the calling thread, without
	 * selecting rows before and without dirty checking. Throws an
	 * {@link IllegalStateException} if there is no transaction.
	 */
	@Bean(destroyMethod = "")
	StatelessSession statelessSession(EntityManagerFactory factory) {
		return ProxyFactory.getProxy(StatelessSession.class, new TransactionalSession(factory));
	}

	/** Migrates the schema, after a check that the file has not lost its tables. */
	@Bean
	FlywayMigrationStrategy migrationStrategy(DatabaseFile file) {
		return (flyway) -> {
			file.checkHoldsSomething(flyway.getConfiguration().getDataSource());
			flyway.migrate();
		};
	}

}
