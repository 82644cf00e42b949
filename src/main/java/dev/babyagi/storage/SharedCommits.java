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
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets several objectives share a commit: all writes that wait when a writer becomes free
 * go into one transaction. No write waits for others to join it, so a single objective
 * commits alone, on the calling thread. If a shared transaction fails, each write is
 * repeated in a transaction of its own, so writes must be repeatable. If the database
 * cannot be reached or the connection breaks, all callers get the exception: the commit
 * may have happened, and only they know whether a repetition would do the same twice.
 */
@Component
public class SharedCommits {

	/**
	 * The id of writes that only insert. It sorts last; the order does not matter for new
	 * rows, since nobody else locks them.
	 */
	private static final UUID NEW = new UUID(Long.MAX_VALUE, Long.MAX_VALUE);

	/** Transactions at once: few, so that connections are left for requests. */
	private static final int WRITERS = 3;

	/** The most writes in one commit. */
	private static final int MOST = 32;

	private final BlockingQueue<Share<?>> waiting = new LinkedBlockingQueue<>();

	private final Semaphore writers = new Semaphore(WRITERS);

	private final TransactionTemplate transaction;

	private final HibernateExceptionTranslator translator = new HibernateExceptionTranslator();

	SharedCommits(TransactionTemplate transaction) {
		this.transaction = transaction;
	}

	/**
	 * Runs work that only inserts rows, in a transaction, and returns once it has
	 * committed.
	 * @throws org.springframework.dao.DataAccessException if it could not be committed,
	 * or nobody knows whether it was
	 */
	public <T extends @Nullable Object> T share(Supplier<T> work) {
		return share(NEW, work);
	}

	/**
	 * Runs work in a transaction and returns once it has committed. Must not be called
	 * within a transaction, because it would join that one.
	 * @param id the objective whose rows it writes; it writes no rows of any other
	 * @throws org.springframework.dao.DataAccessException if it could not be committed,
	 * or nobody knows whether it was
	 */
	public <T extends @Nullable Object> T share(UUID id, Supplier<T> work) {
		return written(new Share<>(id, false, work, new CompletableFuture<>()));
	}

	/**
	 * Runs work in a transaction that no other work shares, for work that locks more than
	 * the rows of one objective, and returns once it has committed. Must not be called
	 * within a transaction.
	 * @throws org.springframework.dao.DataAccessException if it could not be committed,
	 * or nobody knows whether it was
	 */
	public <T extends @Nullable Object> T alone(Supplier<T> work) {
		return written(new Share<>(NEW, true, work, new CompletableFuture<>()));
	}

	private <T extends @Nullable Object> T written(Share<T> share) {
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

	/** Commits once, and starts a thread for writes that have come since. */
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

	/** A write that came between the last look and the release found no writer free. */
	private void handOn() {
		if (!this.waiting.isEmpty() && this.writers.tryAcquire()) {
			Thread.ofVirtual().name("writer").start(this::writeOn);
		}
	}

	/** Sorted by id, so that two replicas never deadlock. */
	private List<Share<?>> next() {
		List<Share<?>> next = new ArrayList<>();
		this.waiting.drainTo(next, MOST);
		next.sort(Comparator.comparing(Share::id));
		return next;
	}

	private void commit(List<Share<?>> shares) {
		commitTogether(shares.stream().filter((share) -> !share.alone()).toList());
		shares.stream().filter(Share::alone).forEach((share) -> commitTogether(List.of(share)));
	}

	private void commitTogether(List<Share<?>> shares) {
		if (shares.isEmpty()) {
			return;
		}
		List<Runnable> outcomes = new ArrayList<>();
		try {
			this.transaction.executeWithoutResult((status) -> shares.forEach((share) -> outcomes.add(share.perform())));
			outcomes.forEach(Runnable::run);
		}
		catch (RuntimeException | Error ex) {
			if (shares.size() == 1 || StorageOutage.isIn(ex)) {
				shares.forEach((share) -> share.outcome().completeExceptionally(translated(ex)));
			}
			else {
				shares.forEach((share) -> commitTogether(List.of(share)));
			}
		}
	}

	private Throwable translated(Throwable ex) {
		Throwable translated = (ex instanceof HibernateException hibernate)
				? this.translator.translateExceptionIfPossible(hibernate) : null;
		return (translated != null) ? translated : ex;
	}

	/**
	 * The write of one objective.
	 *
	 * @param id the id of the objective
	 * @param alone whether its transaction is its own
	 * @param work writes the rows
	 * @param outcome completed with the result of the work, once that has committed
	 */
	private record Share<T extends @Nullable Object>(UUID id, boolean alone, Supplier<T> work,
			CompletableFuture<T> outcome) {

		/**
		 * Runs the work. The action it returns completes the outcome, to be run after the
		 * commit.
		 */
		Runnable perform() {
			T result = this.work.get();
			return () -> this.outcome.complete(result);
		}

	}

}
