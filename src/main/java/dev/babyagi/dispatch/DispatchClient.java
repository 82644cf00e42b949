package dev.babyagi.dispatch;

import com.github.kagkarlsson.scheduler.SchedulerClient;

/**
 * The client that writes rows inside the caller's commit. It has a type of its own
 * because the scheduler is a {@link SchedulerClient} as well, on another pool.
 *
 * @param client the client
 */
record DispatchClient(SchedulerClient client) {

}
