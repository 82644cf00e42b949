package dev.babyagi.journey.web;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

import dev.babyagi.journey.CompletionAwaiter;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.ObjectiveNotFound;
import dev.babyagi.web.Created;
import dev.babyagi.web.WaitPreference;

/**
 * Holds answers back until an objective has ended, at most as long as its client prefers.
 * A request that waits holds no thread.
 */
@Component
class WaitingAnswers {

	/**
	 * Longer than any wait: the answer itself has a limit, and the container needs none.
	 */
	private static final long NEVER = Duration.ofMinutes(5).toMillis();

	private final CompletionAwaiter completion;

	private final ObjectiveViews views;

	WaitingAnswers(CompletionAwaiter completion, ObjectiveViews views) {
		this.completion = completion;
		this.views = views;
	}

	/**
	 * Returns the answer to a request that has created an objective: 200 with its outcome
	 * if that came in time, else as it stands then.
	 */
	DeferredResult<ResponseEntity<?>> answer(String tenant, Created<AcceptedView> created, WaitPreference wait) {
		ObjectiveId id = PathIds.objective(created.body().id());
		DeferredResult<ResponseEntity<?>> answer = new DeferredResult<>(NEVER);
		CompletableFuture<Boolean> end = this.completion.end(tenant, id);
		answer.onCompletion(() -> end.complete(false));
		// The end is told by the thread that has committed it, which must not read views.
		var _ = end.completeOnTimeout(false, wait.duration().toMillis(), TimeUnit.MILLISECONDS)
			.thenAcceptAsync((ended) -> answer(answer, tenant, created, wait),
					(work) -> Thread.ofVirtual().name("answer").start(work));
		return answer;
	}

	private void answer(DeferredResult<ResponseEntity<?>> answer, String tenant, Created<AcceptedView> created,
			WaitPreference wait) {
		try {
			answer.setResult(response(tenant, created, wait));
		}
		catch (RuntimeException ex) {
			answer.setErrorResult(ex);
		}
	}

	/** The end may have come since the wait was over. */
	private ResponseEntity<?> response(String tenant, Created<AcceptedView> created, WaitPreference wait) {
		ObjectiveId id = PathIds.objective(created.body().id());
		ResponseEntity<AcceptedView> response = created.response();
		try {
			ObjectiveView view = this.views.one(tenant, id);
			boolean ended = view.state().isTerminal();
			return ResponseEntity.status(ended ? HttpStatus.OK : response.getStatusCode())
				.headers((headers) -> headers.addAll(response.getHeaders()))
				.header(WaitPreference.APPLIED, wait.applied())
				.body(ended ? view : AcceptedView.now(view));
		}
		catch (ObjectiveNotFound ex) {
			// It was erased, so the first answer is all that is left of it.
			return response;
		}
	}

}
