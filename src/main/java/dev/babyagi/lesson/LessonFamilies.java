package dev.babyagi.lesson;

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

/**
 * Finds the family of an objective: the most alike one whose first objective is at least
 * 0.75 like it.
 */
@Component
public class LessonFamilies {

	/** The least cosine of two objectives of one family. */
	static final double ALIKE = 0.75;

	/** Older families without any news are not looked at. */
	private static final int MOST = 1000;

	private final JdbcClient jdbc;

	private final TextLikeness likeness;

	private final Clock clock;

	LessonFamilies(JdbcClient jdbc, TextLikeness likeness, Clock clock) {
		this.jdbc = jdbc;
		this.likeness = likeness;
		this.clock = clock;
	}

	/** Finds the family of an objective. It may load and ask a model of embeddings. */
	public Optional<UUID> find(String tenant, String objective) {
		String slots = SlottedText.of(objective);
		return families(tenant).stream()
			.map((family) -> new Fit(family.id(), this.likeness.of(slots, family.slots())))
			.filter((fit) -> fit.likeness() >= ALIKE)
			.max(Comparator.comparingDouble(Fit::likeness))
			.map(Fit::family);
	}

	private List<LessonFamily> families(String tenant) {
		return this.jdbc.sql("""
				select id, slots from lesson_family where tenant = :tenant
				order by created_at desc fetch first :most rows only""")
			.param("tenant", tenant)
			.param("most", MOST)
			.query((row, index) -> new LessonFamily(row.getObject("id", UUID.class), row.getString("slots")))
			.list();
	}

	/**
	 * Makes an objective the first one of a new family.
	 * @throws org.springframework.dao.DuplicateKeyException if another replica has done
	 * so at the same time
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public UUID found(String tenant, String objective) {
		String slots = SlottedText.of(objective);
		UUID id = UUID.nameUUIDFromBytes((tenant + '\n' + slots).getBytes(StandardCharsets.UTF_8));
		this.jdbc.sql("""
				insert into lesson_family (id, tenant, slots, created_at) values (:id, :tenant, :slots, :now)""")
			.param("id", id)
			.param("tenant", tenant)
			.param("slots", slots)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
		return id;
	}

	/** The text with slots that stands for a family. */
	String slots(UUID family) {
		return this.jdbc.sql("select slots from lesson_family where id = :id")
			.param("id", family)
			.query(String.class)
			.optional()
			.orElse("");
	}

	private record Fit(UUID family, double likeness) {

	}

}
