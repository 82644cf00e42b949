package dev.babyagi.memory;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.babyagi.objective.ObjectiveId;

/**
 * Which objectives a memory came from. A memory that was given over the API has none.
 */
@Component
class MemorySources {

	private final JdbcClient jdbc;

	MemorySources(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Notes that an objective said it, unless it is given over the API anyway. */
	void add(Memory memory, ObjectiveId objective) {
		if (memory.objectiveId() == null || isSource(memory.getId(), objective.id())) {
			return;
		}
		this.jdbc
			.sql("insert into memory_source (memory_id, objective_id, tenant) values (:memory, :objective, :tenant)")
			.param("memory", memory.getId())
			.param("objective", objective.id())
			.param("tenant", memory.tenant())
			.update();
	}

	private boolean isSource(UUID memory, UUID objective) {
		return this.jdbc
			.sql("select count(*) from memory_source where memory_id = :memory and objective_id = :objective")
			.param("memory", memory)
			.param("objective", objective)
			.query(Long.class)
			.single() > 0;
	}

	void erase(UUID memory) {
		this.jdbc.sql("delete from memory_source where memory_id = :memory").param("memory", memory).update();
	}

	/**
	 * Removes an objective as a source.
	 * @return the memories that only it gave rise to
	 */
	List<UUID> withdraw(UUID objective) {
		List<UUID> memories = this.jdbc.sql("select memory_id from memory_source where objective_id = :objective")
			.param("objective", objective)
			.query((row, number) -> row.getObject("memory_id", UUID.class))
			.list();
		this.jdbc.sql("delete from memory_source where objective_id = :objective")
			.param("objective", objective)
			.update();
		return memories.stream().filter((memory) -> count(memory) == 0).toList();
	}

	private long count(UUID memory) {
		return this.jdbc.sql("select count(*) from memory_source where memory_id = :memory")
			.param("memory", memory)
			.query(Long.class)
			.single();
	}

}
