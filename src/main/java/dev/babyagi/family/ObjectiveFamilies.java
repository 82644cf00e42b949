package dev.babyagi.family;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.babyagi.memory.TextLikeness;
import dev.babyagi.objective.IdGenerator;
import dev.babyagi.objective.ObjectiveId;

/**
 * Finds the family of an objective: the most alike one whose first objective is at least
 * 0.75 like it.
 */
@Component
public class ObjectiveFamilies {

	/** The least cosine of two objectives of one family. */
	public static final double ALIKE = 0.75;

	/** Older families without any news are not looked at. */
	private static final int MOST = 1000;

	private final JdbcClient jdbc;

	private final TextLikeness likeness;

	private final IdGenerator ids;

	private final Clock clock;

	ObjectiveFamilies(JdbcClient jdbc, TextLikeness likeness, IdGenerator ids, Clock clock) {
		this.jdbc = jdbc;
		this.likeness = likeness;
		this.ids = ids;
		this.clock = clock;
	}

	/** Finds the family of an objective. It may load and ask a model of embeddings. */
	public Optional<UUID> find(String tenant, String objective) {
		String slots = SlottedText.of(objective).slots();
		return same(tenant, slots).or(() -> families(tenant).stream()
			.map((family) -> new Fit(family.id(), this.likeness.of(slots, family.slots())))
			.filter((fit) -> fit.likeness() >= ALIKE)
			.max(Comparator.comparingDouble(Fit::likeness))
			.map(Fit::family));
	}

	private Optional<UUID> same(String tenant, String slots) {
		return this.jdbc.sql("select id from lesson_family where slots_key = :key")
			.param("key", key(tenant, slots))
			.query((row, index) -> row.getObject("id", UUID.class))
			.optional();
	}

	private static UUID key(String tenant, String slots) {
		return UUID.nameUUIDFromBytes((tenant + '\n' + slots).getBytes(StandardCharsets.UTF_8));
	}

	private List<ObjectiveFamily> families(String tenant) {
		return this.jdbc.sql("""
				select id, slots from lesson_family where tenant = :tenant
				order by created_at desc fetch first :most rows only""")
			.param("tenant", tenant)
			.param("most", MOST)
			.query((row, index) -> new ObjectiveFamily(row.getObject("id", UUID.class), row.getString("slots")))
			.list();
	}

	/**
	 * Makes an objective the first one of a new family.
	 * @throws org.springframework.dao.DuplicateKeyException if another replica has done
	 * so at the same time
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public UUID found(String tenant, ObjectiveId id, String objective) {
		UUID family = this.ids.next();
		String slots = SlottedText.of(objective).slots();
		this.jdbc.sql("""
				insert into lesson_family (id, tenant, slots, slots_key, objective_id, created_at)
				values (:id, :tenant, :slots, :key, :objective, :now)""")
			.param("id", family)
			.param("tenant", tenant)
			.param("slots", slots)
			.param("key", key(tenant, slots))
			.param("objective", id.id())
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
		return family;
	}

	/** The family whose text is that of an objective. */
	public Optional<UUID> ofText(ObjectiveId id) {
		return this.jdbc.sql("select id from lesson_family where objective_id = :objective")
			.param("objective", id.id())
			.query((row, index) -> row.getObject("id", UUID.class))
			.optional();
	}

	/** Lets the text of another objective stand for a family. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void rename(UUID family, String tenant, ObjectiveId id, String objective) {
		String slots = SlottedText.of(objective).slots();
		if (same(tenant, slots).filter((other) -> !other.equals(family)).isPresent()) {
			erase(family);
			return;
		}
		this.jdbc.sql("""
				update lesson_family set slots = :slots, slots_key = :key, objective_id = :objective
				where id = :id""")
			.param("slots", slots)
			.param("key", key(tenant, slots))
			.param("objective", id.id())
			.param("id", family)
			.update();
	}

	/** Erases a family. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void erase(UUID family) {
		this.jdbc.sql("delete from lesson_family where id = :id").param("id", family).update();
	}

	/** The text with slots that stands for a family. */
	public String slots(UUID family) {
		return this.jdbc.sql("select slots from lesson_family where id = :id")
			.param("id", family)
			.query(String.class)
			.optional()
			.orElse("");
	}

	private record Fit(UUID family, double likeness) {

	}

}
