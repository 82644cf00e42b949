package dev.babyagi;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.StatelessSession;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How what is decided on copies in memory is written.
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

}
