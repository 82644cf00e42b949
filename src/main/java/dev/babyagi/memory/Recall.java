package dev.babyagi.memory;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import dev.babyagi.objective.ContextId;
import dev.babyagi.objective.Objective;

/**
 * Recalls what fits an objective or a task. A search that fails recalls nothing: an
 * objective never fails because of its memory.
 */
@Component
public class Recall {

	/** Memories in a prompt besides statements of the context and preferences. */
	private static final int MOST = 5;

	/** Episodes say how an objective went, which helps nobody to answer another one. */
	private static final Set<MemoryKind> IN_PROMPTS = Set.of(MemoryKind.FACT, MemoryKind.PREFERENCE, MemoryKind.TURN);

	/** Memories that one recall task brings. */
	private static final int MOST_OF_TASK = 8;

	private static final Logger log = LoggerFactory.getLogger(Recall.class);

	private final MemorySearch search;

	private final CurrentHits rows;

	private final ApplicationEventPublisher events;

	Recall(MemorySearch search, CurrentHits rows, ApplicationEventPublisher events) {
		this.search = search;
		this.rows = rows;
		this.events = events;
	}

	/** Whether an objective may recall anything, and there is something. */
	public boolean isPossible(Objective objective) {
		return objective.readsMemory() && this.search.hasAny(objective.tenant());
	}

	/**
	 * Returns what is recalled for an objective: what always holds, and what fits its
	 * text. The search runs when the first prompt is written.
	 * @param standing the statements of its context, and wishes that hold in every
	 * context
	 * @param shown turns that its prompts hold anyway
	 */
	public Recollection forObjective(Objective objective, List<Memory> standing, Set<UUID> shown) {
		List<MemoryHit> stated = standing.stream().map(MemoryHit::of).toList();
		return isPossible(objective) ? new Recollection(() -> recall(objective, stated, shown)) : Recollection.NONE;
	}

	private List<MemoryHit> recall(Objective objective, List<MemoryHit> statements, Set<UUID> shown) {
		ContextId context = objective.isContextGiven() ? objective.contextId() : null;
		Map<UUID, MemoryHit> hits = new LinkedHashMap<>();
		statements.forEach((hit) -> hits.put(hit.id(), hit));
		find(query(objective.tenant(), context, objective.text(), IN_PROMPTS, MOST)).stream()
			.filter((hit) -> !shown.contains(hit.id()))
			.forEach((hit) -> hits.putIfAbsent(hit.id(), hit));
		this.events.publishEvent(new MemoriesRecalled(List.copyOf(hits.keySet())));
		return List.copyOf(hits.values());
	}

	/**
	 * Searches for what a task is to recall.
	 * @param contextId the context of its objective, or {@code null} if the client named
	 * none
	 * @param cue what to look for; untrusted
	 */
	public List<MemoryHit> forTask(String tenant, @Nullable ContextId contextId, String cue) {
		List<MemoryHit> hits = find(query(tenant, contextId, cue, Set.of(), MOST_OF_TASK));
		this.events.publishEvent(new MemoriesRecalled(hits.stream().map(MemoryHit::id).toList()));
		return hits;
	}

	/** The memories as text, a paragraph each. */
	public static String text(Collection<MemoryHit> hits) {
		return String.join("\n", hits.stream().map(Recollection::line).toList());
	}

	private static MemoryQuery query(String tenant, @Nullable ContextId context, String cue, Set<MemoryKind> kinds,
			int limit) {
		return new MemoryQuery(tenant, cue, context, false, kinds, Set.of(), null, null, limit, false, true, true);
	}

	private List<MemoryHit> find(MemoryQuery query) {
		try {
			List<MemoryHit> hits = this.search.search(query);
			return hits.isEmpty() ? hits : this.rows.current(hits);
		}
		catch (RuntimeException ex) {
			log.warn("Memories could not be searched, so the prompt holds none: {}", ex.getClass().getSimpleName());
			return List.of();
		}
	}

}
