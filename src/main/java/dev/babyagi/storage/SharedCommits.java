package dev.babyagi.storage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
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

/**
 * Lets the work of several objectives share a commit: what waits when a writer comes
 * round is one transaction. Nobody waits for company, so an objective that is alone has
 * its commits for itself, on the thread that asked. If a shared transaction fails, each
 * work is done again in one of its own, and so must be repeatable; if none can be begun,
 * all are told.
 */
@Component
public class SharedCommits {

	/** Comes last, and harms nobody: what is new has no row that others lock. */
	private static final UUID NEW = new UUID(Long.MAX_VALUE, Long.MAX_VALUE);

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
	 * Does work in a transaction that writes rows of its own making, and returns once it
	 * has committed.
	 * @throws org.springframework.dao.DataAccessException if it could not be committed,
	 * or nobody knows whether it was
	 */
	public <T extends @Nullable Object> T share(Supplier<T> work) {
		return share(NEW, work);
	}

	/**
	 * Does work in a transaction and returns once it has committed. Not to be called
	 * within another one, which would be joined.
	 * @param id the objective whose rows it writes, and no other's
	 * @throws org.springframework.dao.DataAccessException if it could not be committed,
	 * or nobody knows whether it was
	 */
	public <T extends @Nullable Object> T share(UUID id, Supplier<T> work) {
		Share<T> share = new Share<>(id, work, new CompletableFuture<>());
		this.waiting.add(share);
		if (this.writers.tryAcquire()) {
			write();
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

	/** One commit, which most often is the caller's; for what came since, a thread. */
	private void write() {
		try {
			commit(next());
		}
		finally {
			if (this.waiting.isEmpty()) {
				this.writers.release();
				handOn();
			}
			else {
				Thread.ofVirtual().name("writer").start(this::writeOn);
			}
		}
	}

	private void writeOn() {
		try {
			for (List<Share<?>> next = next(); !next.isEmpty(); next = next()) {
				commit(next);
			}
		}
		finally {
			this.writers.release();
			handOn();
		}
	}

	/** Whoever came between the last look and the release found no writer free. */
	private void handOn() {
		if (!this.waiting.isEmpty() && this.writers.tryAcquire()) {
			Thread.ofVirtual().name("writer").start(this::writeOn);
		}
	}

	/** In the order of their ids, so that two replicas never lock rows crosswise. */
	private List<Share<?>> next() {
		List<Share<?>> next = new ArrayList<>();
		this.waiting.drainTo(next, MOST);
		next.sort(Comparator.comparing(Share::id));
		return next;
	}

	private void commit(List<Share<?>> shares) {
		if (shares.isEmpty()) {
			return;
		}
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
	 * @param id of the objective
	 * @param work writes it
	 * @param outcome what came of it, once it has committed
	 */
	private record Share<T extends @Nullable Object>(UUID id, Supplier<T> work, CompletableFuture<T> outcome) {

		/** Does the work; what it returns tells the outcome, once that has committed. */
		Runnable perform() {
			T result = this.work.get();
			return () -> this.outcome.complete(result);
		}

	}

}
