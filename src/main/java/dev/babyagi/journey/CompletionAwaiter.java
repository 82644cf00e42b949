package dev.babyagi.journey;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import dev.babyagi.journey.drive.DrainBegun;
import dev.babyagi.journey.drive.DriverRegistry;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.ObjectiveStateChanged;
import dev.babyagi.objective.Objectives;

/**
 * Tells who waits for it that an objective has ended. An end on this replica is noticed
 * at once; ends on other replicas are looked for once a second, all in one query. Nobody
 * who waits holds a thread.
 */
@Component
public class CompletionAwaiter {

	private static final Logger log = LoggerFactory.getLogger(CompletionAwaiter.class);

	private static final int LOOK_MS = 1000;

	private final Objectives objectives;

	private final DriverRegistry drivers;

	private final Map<ObjectiveId, List<CompletableFuture<Boolean>>> awaited = new ConcurrentHashMap<>();

	CompletionAwaiter(Objectives objectives, DriverRegistry drivers) {
		this.objectives = objectives;
		this.drivers = drivers;
	}

	/**
	 * Returns what becomes {@code true} once an objective is terminal or erased, and
	 * {@code false} when this replica begins to stop. It may be completed by threads that
	 * must not be held up. Whoever does not want it any more completes it.
	 */
	public CompletableFuture<Boolean> end(String tenant, ObjectiveId id) {
		CompletableFuture<Boolean> end = new CompletableFuture<>();
		this.awaited.merge(id, List.of(end), CompletionAwaiter::joined);
		var _ = end.whenComplete((ended, failure) -> forgetDone(id));
		if (isTerminal(tenant, id)) {
			end.complete(true);
		}
		else if (this.drivers.isDraining()) {
			end.complete(false);
		}
		return end;
	}

	private void forgetDone(ObjectiveId id) {
		this.awaited.computeIfPresent(id, (key, ends) -> {
			List<CompletableFuture<Boolean>> left = ends.stream().filter((end) -> !end.isDone()).toList();
			return left.isEmpty() ? null : left;
		});
	}

	private static <T> List<T> joined(List<T> some, List<T> more) {
		return Stream.concat(some.stream(), more.stream()).toList();
	}

	private boolean isTerminal(String tenant, ObjectiveId id) {
		return this.objectives.find(id, tenant).map((objective) -> objective.state().isTerminal()).orElse(true);
	}

	@Scheduled(fixedDelay = LOOK_MS)
	void look() {
		List<ObjectiveId> elsewhere = this.awaited.keySet()
			.stream()
			.filter((id) -> !this.drivers.isAtWork(id))
			.toList();
		if (!elsewhere.isEmpty()) {
			completeEnded(elsewhere);
		}
	}

	private void completeEnded(List<ObjectiveId> ids) {
		try {
			Set<ObjectiveId> unfinished = this.objectives.unfinished(ids);
			ids.stream().filter((id) -> !unfinished.contains(id)).forEach((id) -> complete(id, true));
		}
		catch (RuntimeException ex) {
			log.warn("The look for objectives that ended elsewhere failed and is repeated: {}",
					ex.getClass().getSimpleName());
		}
	}

	private void complete(ObjectiveId id, boolean ended) {
		this.awaited.getOrDefault(id, List.of()).forEach((end) -> end.complete(ended));
	}

	@TransactionalEventListener
	void on(ObjectiveStateChanged event) {
		if (event.state().isTerminal()) {
			complete(event.id(), true);
		}
	}

	@EventListener
	void giveUp(DrainBegun event) {
		this.awaited.keySet().forEach((id) -> complete(id, false));
	}

}
