package dev.babyagi.operation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.babyagi.language.LanguageModel;
import dev.babyagi.language.Meter;
import dev.babyagi.language.ModelResult;
import dev.babyagi.language.ModelUsage;

/**
 * Makes the model calls of work in the background and keeps their ledger. A call is
 * opened with its reservation in one commit, made, and closed in the commit that stores
 * what came of it. The handler of the work holds its lease meanwhile.
 */
@Component
public class BackgroundCalls {

	/** A call that was cut is made again once. */
	private static final int MOST_CUT = 2;

	/** So often an endpoint is tried that cannot be reached. */
	private static final int MOST_IN_VAIN = 7;

	/** The requests that one call may send, see {@link LanguageModel#ask}. */
	private static final int MOST_TRIES = 4;

	private final CallLedgerRows rows;

	private final LanguageModel model;

	private final Clock clock;

	private final Set<Thread> underWay = ConcurrentHashMap.newKeySet();

	BackgroundCalls(CallLedgerRows rows, LanguageModel model, Clock clock) {
		this.rows = rows;
		this.model = model;
		this.clock = clock;
	}

	/**
	 * Opens the next call for a purpose. One that a dead process left open is first
	 * closed at its reservation.
	 * @throws org.springframework.dao.DuplicateKeyException if another replica has opened
	 * it at the same time
	 */
	@Transactional
	public CallOpening open(CallRequest request) {
		Instant now = this.clock.instant();
		for (LedgerEntry left : this.rows.of(request.work(), request.purpose())) {
			if (left.outcome() == null) {
				this.rows.close(request.work(), request.purpose(), left.number(), CallOutcome.UNCERTAIN,
						left.reserved(), now);
			}
		}
		List<LedgerEntry> calls = this.rows.of(request.work(), request.purpose());
		if (isGivenUp(calls)) {
			return new CallOpening.GivenUp(Objects.requireNonNull(calls.getLast().outcome()));
		}
		return open(request, calls.size() + 1, now);
	}

	private static boolean isGivenUp(List<LedgerEntry> calls) {
		long inVain = calls.stream()
			.filter((call) -> call.outcome() == CallOutcome.UNREACHABLE || call.outcome() == CallOutcome.OVER_BUDGET)
			.count();
		return calls.stream().filter(LedgerEntry::isCut).count() >= MOST_CUT || inVain >= MOST_IN_VAIN;
	}

	private CallOpening open(CallRequest request, int number, Instant now) {
		Instant today = now.truncatedTo(ChronoUnit.DAYS);
		ModelUsage spent = this.rows.usedSince(request.tenant(), request.budget().purposes(), today);
		Meter meter = new Meter(new Meter.Budget(MOST_TRIES, request.budget().tokens() - spent.tokens(),
				request.budget().costUsd().subtract(spent.costUsd())), ModelUsage.NONE);
		ModelUsage worstCase = this.model.estimate(request.request());
		return meter.reserve(worstCase, ModelUsage.NONE).<CallOpening>map((reservation) -> {
			this.rows.open(request, number, worstCase, now);
			return new CallOpening.Opened(request, number, meter, reservation);
		}).orElseGet(() -> new CallOpening.Spent(nextDay(now)));
	}

	private static Instant nextDay(Instant now) {
		return now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
	}

	/**
	 * Makes an open call and waits for its result, on a thread of its own, so that the
	 * caller is never interrupted.
	 */
	public ModelResult ask(CallOpening.Opened call) {
		CompletableFuture<ModelResult> result = new CompletableFuture<>();
		Thread thread = Thread.ofVirtual().name("background-call").unstarted(() -> {
			try {
				result.complete(this.model.ask(call.request().request(), call.meter(), call.reservation()));
			}
			catch (RuntimeException | Error ex) {
				result.completeExceptionally(ex);
			}
		});
		this.underWay.add(thread);
		try {
			thread.start();
			return result.join();
		}
		finally {
			this.underWay.remove(thread);
		}
	}

	/** Cuts the calls under way, because this replica is stopping. */
	public void cut() {
		this.underWay.forEach(Thread::interrupt);
	}

	/**
	 * Closes a call with its result, in the transaction that stores what came of it.
	 * @return whether it was still open; if not, another replica has taken the work over,
	 * and the caller must write nothing
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean close(CallOpening.Opened call, ModelResult result) {
		return this.rows.close(call.request().work(), call.request().purpose(), call.number(), CallOutcome.of(result),
				result.usage(), this.clock.instant());
	}

	/**
	 * What calls of some purposes have used for a tenant today (UTC), and what is
	 * reserved for those that are open.
	 */
	public ModelUsage usedToday(String tenant, Set<String> purposes) {
		return this.rows.usedSince(tenant, purposes, this.clock.instant().truncatedTo(ChronoUnit.DAYS));
	}

	/** What the closed calls of some work have used together. */
	public ModelUsage used(UUID work, String purpose) {
		return this.rows.of(work, purpose).stream().map(LedgerEntry::used).reduce(ModelUsage.NONE, ModelUsage::plus);
	}

}
