package dev.babyagi.memory;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.babyagi.objective.ObjectiveId;
import dev.babyagi.objective.Objectives;

/**
 * Forgets many memories at once. It reads rows and no index, so it finds what the index
 * has not read yet, and a dry run finds the same as the run after it.
 */
@Component
public class Forgetting {

	/** The most memories that one request forgets. */
	public static final int MOST = 10_000;

	private final JdbcClient jdbc;

	private final Memories memories;

	private final MemoryRows rows;

	private final Objectives objectives;

	Forgetting(JdbcClient jdbc, Memories memories, MemoryRows rows, Objectives objectives) {
		this.jdbc = jdbc;
		this.memories = memories;
		this.rows = rows;
		this.objectives = objectives;
	}

	/** Finds what a scope covers. Superseded memories are found too. */
	@Transactional(readOnly = true)
	public Matched match(String tenant, ForgetScope scope) {
		Map<String, Object> values = new HashMap<>(Map.of("tenant", tenant));
		String memory = "select m.id from memory m where m.tenant = :tenant" + criteria(scope, "m", values)
				+ words(scope, "lower(m.text)", values);
		List<Memory> found = this.rows.findAllById(ids(memory, values))
			.stream()
			.filter((row) -> scope.isAbout(row.text()))
			.toList();
		return new Matched(found, scope.includes(MemoryKind.TURN) ? turns(tenant, scope) : List.of());
	}

	/** Turns are objectives of contexts that are not forgotten yet, ended or not. */
	private List<UUID> turns(String tenant, ForgetScope scope) {
		Map<String, Object> values = new HashMap<>(Map.of("tenant", tenant));
		ForgetScope ofAnyKind = new ForgetScope(scope.about(), scope.contextId(), Set.of(), scope.ids(),
				scope.createdBefore());
		String turn = """
				select o.id from objective o where o.tenant = :tenant and (o.context_given or exists
				(select 1 from memory m where m.objective_id = o.id and m.kind = 'EPISODE' and m.context_id is not null))
				and not exists (select 1 from memory_tombstone t where t.id = o.id)"""
				+ criteria(ofAnyKind, "o", values)
				+ words(scope, "lower(concat(o.text, ' ', coalesce(cast(o.result as varchar), '')))", values);
		return ids(turn, values).stream()
			.filter((id) -> scope.words().isEmpty() || isAbout(tenant, id, scope))
			.toList();
	}

	/** The keys of a stored result are no words of it. */
	private boolean isAbout(String tenant, UUID id, ForgetScope scope) {
		return this.objectives.find(new ObjectiveId(id), tenant)
			.filter((turn) -> scope.isAbout(turn.text() + "\n" + AnswerText.of(turn.result())))
			.isPresent();
	}

	private static String criteria(ForgetScope scope, String memory, Map<String, Object> values) {
		StringBuilder sql = new StringBuilder();
		if (scope.contextId() != null) {
			sql.append(" and ").append(memory).append(".context_id = :context");
			values.put("context", scope.contextId().id());
		}
		if (!scope.kinds().isEmpty()) {
			sql.append(" and ").append(memory).append(".kind in (:kinds)");
			values.put("kinds", scope.kinds().stream().map(Enum::name).toList());
		}
		if (!scope.ids().isEmpty()) {
			sql.append(" and ").append(memory).append(".id in (:ids)");
			values.put("ids", List.copyOf(scope.ids()));
		}
		if (scope.createdBefore() != null) {
			sql.append(" and ").append(memory).append(".created_at < :before");
			values.put("before", Timestamp.from(scope.createdBefore()));
		}
		return sql.toString();
	}

	private static String words(ForgetScope scope, String text, Map<String, Object> values) {
		StringBuilder sql = new StringBuilder();
		List<String> words = scope.words();
		for (int index = 0; index < words.size(); index++) {
			sql.append(" and ").append(text).append(" like :word").append(index).append(" escape '!'");
			String escaped = words.get(index).replace("!", "!!").replace("%", "!%").replace("_", "!_");
			values.put("word" + index, "%" + escaped + "%");
		}
		return sql.toString();
	}

	private List<UUID> ids(String sql, Map<String, Object> values) {
		return this.jdbc.sql(sql + " order by 1 fetch first " + MOST + " rows only")
			.params(values)
			.query((row, number) -> row.getObject("id", UUID.class))
			.list();
	}

	/**
	 * Forgets what was matched. Of a turn the objective stays, but it is recalled no
	 * more.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void forget(String tenant, Matched matched) {
		matched.memories().forEach(this.memories::forget);
		matched.turns().forEach((turn) -> this.memories.forgetTurn(tenant, turn));
	}

	/**
	 * What a scope covers.
	 *
	 * @param memories the memories
	 * @param turns the objectives that are turns
	 */
	public record Matched(List<Memory> memories, List<UUID> turns) {

		public Matched {
			memories = List.copyOf(memories);
			turns = List.copyOf(turns);
		}

		public int count() {
			return this.memories.size() + this.turns.size();
		}

	}

}
