package dev.babyagi.journal;

import java.util.List;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/**
 * The rows of the journal.
 */
interface JournalRows extends JpaRepository<JournalEntry, JournalEntry.Key> {

	@Query("select e from JournalEntry e where e.key.objectiveId = :objectiveId and e.key.sequence > :after"
			+ " order by e.key.sequence")
	List<JournalEntry> after(UUID objectiveId, long after, Limit limit);

	@Modifying
	@Query("delete from JournalEntry e where e.key.objectiveId = :objectiveId")
	void eraseEntries(UUID objectiveId);

	@Modifying
	@Query("delete from JournalHead h where h.objectiveId = :objectiveId")
	void eraseHead(UUID objectiveId);

}
