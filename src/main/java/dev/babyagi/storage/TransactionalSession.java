package dev.babyagi.storage;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.springframework.aop.TargetSource;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Opens one stateless session for each transaction, on the connection of its entity
 * manager, and returns that of the calling thread. Spring provides this only with JPA 4.
 */
final class TransactionalSession implements TargetSource {

	private final EntityManagerFactory factory;

	TransactionalSession(EntityManagerFactory factory) {
		this.factory = factory;
	}

	@Override
	public Class<?> getTargetClass() {
		return StatelessSession.class;
	}

	@Override
	public Object getTarget() {
		Bound bound = (Bound) TransactionSynchronizationManager.getResource(this);
		if (bound == null) {
			bound = new Bound(open());
			TransactionSynchronizationManager.bindResource(this, bound);
			TransactionSynchronizationManager.registerSynchronization(bound);
		}
		return bound.session;
	}

	private StatelessSession open() {
		EntityManager entities = EntityManagerFactoryUtils.getTransactionalEntityManager(this.factory);
		if (entities == null) {
			throw new IllegalStateException("A stateless session needs a transaction, and the calling thread has none");
		}
		return entities.unwrap(Session.class).statelessWithOptions().connection().openStatelessSession();
	}

	/** A session that is bound to the thread while its transaction is. */
	private final class Bound implements TransactionSynchronization {

		private final StatelessSession session;

		private Bound(StatelessSession session) {
			this.session = session;
		}

		@Override
		public void suspend() {
			TransactionSynchronizationManager.unbindResource(TransactionalSession.this);
		}

		@Override
		public void resume() {
			TransactionSynchronizationManager.bindResource(TransactionalSession.this, this);
		}

		@Override
		public void afterCompletion(int status) {
			TransactionSynchronizationManager.unbindResource(TransactionalSession.this);
			this.session.close();
		}

	}

}
