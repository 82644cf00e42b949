package dev.babyagi.journal.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.babyagi.journal.JournalReader;
import dev.babyagi.journal.JournalRecord;
import dev.babyagi.objective.ObjectiveFilter;
import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.Objectives;

/**
 * Selects the entries that a tenant may see and has asked for. A filter is compared with
 * the objective as it is at that moment.
 */
@Component
public class FeedSelection {

	/** The most entries in one read. */
	private static final int MOST = 500;

	/** After so many reads without enough matches a page is returned as it is. */
	private static final int MOST_READS = 20;

	private final JournalReader journal;

	private final Objectives objectives;

	FeedSelection(JournalReader journal, Objectives objectives) {
		this.journal = journal;
		this.objectives = objectives;
	}

	List<JournalRecord> matching(List<JournalRecord> entries, String tenant, ObjectiveFilter filter) {
		List<JournalRecord> own = entries.stream().filter((entry) -> entry.tenant().equals(tenant)).toList();
		if (filter.equals(ObjectiveFilter.ALL) || own.isEmpty()) {
			return own;
		}
		Set<ObjectiveId> matching = this.objectives.matching(tenant, filter,
				own.stream().map(JournalRecord::objectiveId).collect(Collectors.toSet()));
		return own.stream().filter((entry) -> matching.contains(entry.objectiveId())).toList();
	}

	/** Returns a page of matching entries after a position, in the order of positions. */
	public FeedPage page(String tenant, ObjectiveFilter filter, long after, int limit) {
		List<JournalRecord> found = new ArrayList<>();
		long position = after;
		boolean more = true;
		for (int read = 0; more && read < MOST_READS && found.size() <= limit; read++) {
			List<JournalRecord> entries = this.journal.after(position, MOST);
			found.addAll(matching(entries, tenant, filter));
			position = entries.isEmpty() ? position : entries.getLast().position();
			more = entries.size() == MOST;
		}
		if (found.size() > limit) {
			List<JournalRecord> page = List.copyOf(found.subList(0, limit));
			return new FeedPage(page, page.getLast().position(), true);
		}
		return new FeedPage(found, position, more);
	}

	/**
	 * A page of entries.
	 *
	 * @param entries the entries
	 * @param position the position after which the next page begins
	 * @param more whether there may be a next page now
	 */
	public record FeedPage(List<JournalRecord> entries, long position, boolean more) {

	}

}
