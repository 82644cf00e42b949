package dev.babyagi.journey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import org.hibernate.HibernateException;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.jpa.hibernate.HibernateExceptionTranslator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.objective.ObjectiveId;

/**
 * Lets the work of several objectives share a commit: what waits when a writer comes
 * round is one transaction. Nobody waits for company, so an objective that is alone has
 * its commits for itself. If a shared transaction fails, each work is done again in one
 * of its own, and so must be repeatable; if none can be begun, all are told.
 */
@Component
class SharedCommits {

	/** Writers at once: so few that requests find a connection too. */
	private static final int WRITERS = 3;

	/** Works in one commit. */
	private static final int MOST = 32;

	private final BlockingQueue<Share<?>> waiting = new LinkedBlockingQueue<>();

	private final Semaphore writers = new Semaphore(WRITERS);

	private final TransactionTemplate transaction;

	private final HibernateExceptionTranslator translator = new HibernateExceptionTranslator();

	SharedCommits(TransactionTemplate transaction) {
		this.transaction = transaction;
	}

	/**
	 * Does the work in a transaction and returns once it has committed.
	 * @param id the objective whose rows it writes, and no other's
	 * @throws org.springframework.dao.DataAccessException if it could not be committed,
	 * or nobody knows whether it was
	 */
	<T extends @Nullable Object> T share(ObjectiveId id, Supplier<T> work) {
		Share<T> share = new Share<>(id, work, new CompletableFuture<>());
		this.waiting.add(share);
		if (this.writers.tryAcquire()) {
			Thread.ofVirtual().name("writer").start(this::write);
		}
		try {
			return share.outcome().join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw ex;
		}
	}

	private void write() {
		do {
			try {
				for (List<Share<?>> next = next(); !next.isEmpty(); next = next()) {
					commit(next);
				}
			}
			finally {
				this.writers.release();
			}
		}
		while (!this.waiting.isEmpty() && this.writers.tryAcquire());
	}

	/** In the order of their ids, so that two replicas never lock rows crosswise. */
	private List<Share<?>> next() {
		List<Share<?>> next = new ArrayList<>();
		this.waiting.drainTo(next, MOST);
		next.sort(Comparator.comparing((share) -> share.id().id()));
		return next;
	}

	private void commit(List<Share<?>> shares) {
		List<Runnable> outcomes = new ArrayList<>();
		try {
			this.transaction.executeWithoutResult((status) -> shares.forEach((share) -> outcomes.add(share.perform())));
			outcomes.forEach(Runnable::run);
		}
		catch (RuntimeException | Error ex) {
			if (shares.size() == 1 || ex instanceof CannotCreateTransactionException) {
				shares.forEach((share) -> share.outcome().completeExceptionally(translated(ex)));
			}
			else {
				shares.forEach((share) -> commit(List.of(share)));
			}
		}
	}

	private Throwable translated(Throwable ex) {
		Throwable translated = (ex instanceof HibernateException hibernate)
				? this.translator.translateExceptionIfPossible(hibernate) : null;
		return (translated != null) ? translated : ex;
	}

	/**
	 * What one objective has to write.
	 *
	 * @param id its id
	 * @param work writes it
	 * @param outcome what came of it, once it has committed
	 */
	private record Share<T extends @Nullable Object>(ObjectiveId id, Supplier<T> work, CompletableFuture<T> outcome) {

		/** Does the work; what it returns tells the outcome, once that has committed. */
		Runnable perform() {
			T result = this.work.get();
			return () -> this.outcome.complete(result);
		}

	}

}
