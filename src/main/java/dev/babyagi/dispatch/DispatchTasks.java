package dev.babyagi.dispatch;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;

import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the tasks of the library, one for each kind of work.
 */
final class DispatchTasks {

	private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

	private static final Logger log = LoggerFactory.getLogger(DispatchTasks.class);

	private DispatchTasks() {
	}

	/**
	 * Returns a task that repeats work five seconds after an exception.
	 * @param kind its name
	 * @param handler does the work of an id
	 */
	static Task<Void> of(String kind, Function<UUID, WorkResult> handler) {
		return Tasks.custom(kind, Void.class)
			.onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_FAILURE))
			.onDeadExecutionRevive()
			.execute((instance, context) -> completion(handler.apply(UUID.fromString(instance.getId()))));
	}

	private static CompletionHandler<Void> completion(WorkResult result) {
		return switch (result) {
			case WorkResult.Done done -> ifStillOwned((complete, operations) -> operations.remove());
			case WorkResult.Ended ended -> (complete, operations) -> {
			};
			case WorkResult.Again again ->
				ifStillOwned((complete, operations) -> operations.reschedule(complete, again.at()));
		};
	}

	/**
	 * If the lease has expired, another replica may have the row: then it is left alone.
	 */
	private static CompletionHandler<Void> ifStillOwned(CompletionHandler<Void> handler) {
		return (complete, operations) -> {
			try {
				handler.complete(complete, operations);
			}
			catch (ExecutionException ex) {
				TaskInstance<?> instance = complete.getExecution().taskInstance;
				log.info("The lease on {} {} has expired and its dispatch row has changed:"
						+ " another replica goes on with it", instance.getTaskName(), instance.getId());
			}
		};
	}

}
