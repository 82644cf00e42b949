package dev.babyagi.storage;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.StatelessSession;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How what is decided on copies in memory is written, and when the schema is.
 */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

	/**
	 * Writes entities as they are, in batches, with no select before and no comparison
	 * after, in the transaction of the calling thread; there must be one.
	 */
	@Bean(destroyMethod = "")
	StatelessSession statelessSession(EntityManagerFactory factory) {
		return ProxyFactory.getProxy(StatelessSession.class, new TransactionalSession(factory));
	}

	/** The schema grows only in a database that is what it was. */
	@Bean
	FlywayMigrationStrategy migrationStrategy(DatabaseFile file) {
		return (flyway) -> {
			file.checkHoldsSomething(flyway.getConfiguration().getDataSource());
			flyway.migrate();
		};
	}

}
