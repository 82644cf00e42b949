package dev.babyagi.memory.embedding;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rows of vectors. Vectors of several models may stand beside each other.
 */
@Component
public class MemoryVectors {

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	MemoryVectors(JdbcClient jdbc, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	/**
	 * Reads vectors.
	 * @return the vectors by memory and model; nothing of a memory that has none
	 */
	public Map<UUID, Map<String, float[]>> read(Collection<UUID> ids, Collection<String> models) {
		Map<UUID, Map<String, float[]>> vectors = new HashMap<>();
		if (ids.isEmpty() || models.isEmpty()) {
			return vectors;
		}
		this.jdbc.sql("select memory_id, model, components from memory_vector where memory_id in (:ids)")
			.param("ids", ids)
			.query((row) -> {
				if (models.contains(row.getString("model"))) {
					vectors.computeIfAbsent(row.getObject("memory_id", UUID.class), (id) -> new HashMap<>())
						.put(row.getString("model"), components(row));
				}
			});
		return vectors;
	}

	private static float[] components(ResultSet row) throws SQLException {
		byte[] bytes = row.getBytes("components");
		float[] vector = new float[bytes.length / Float.BYTES];
		ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
		return vector;
	}

	/**
	 * Stores vectors in one commit, which costs about as much as that of one. What is
	 * there already, or is of something that has been erased, is left out.
	 */
	public void add(String model, List<TextVector> vectors) {
		try {
			this.transaction.executeWithoutResult((_) -> vectors.forEach((vector) -> insert(model, vector)));
		}
		catch (DuplicateKeyException ex) {
			vectors.forEach((vector) -> addOne(model, vector));
		}
	}

	private void addOne(String model, TextVector vector) {
		try {
			insert(model, vector);
		}
		catch (DuplicateKeyException ex) {
			// Another replica has stored it meanwhile.
		}
	}

	private void insert(String model, TextVector vector) {
		this.jdbc.sql("""
				insert into memory_vector (memory_id, model, tenant, dimensions, components)
				select cast(:id as uuid), cast(:model as varchar(128)), cast(:tenant as varchar(64)),
				cast(:dimensions as integer), cast(:components as bytea)
				where not exists (select 1 from memory_tombstone where id = :id)
				and not exists (select 1 from memory_vector where memory_id = :id and model = :model)""")
			.param("id", vector.id())
			.param("model", model)
			.param("tenant", vector.tenant())
			.param("dimensions", vector.dimensions())
			.param("components", vector.bytes())
			.update();
	}

	/** Erases the vectors of every model. */
	public void erase(Collection<UUID> ids) {
		if (!ids.isEmpty()) {
			this.jdbc.sql("delete from memory_vector where memory_id in (:ids)").param("ids", ids).update();
		}
	}

	/** How many vectors there are of each model. */
	public Map<String, Long> counts() {
		Map<String, Long> counts = new HashMap<>();
		this.jdbc.sql("select model, count(*) as vectors from memory_vector group by model")
			.query((RowCallbackHandler) (row) -> counts.put(row.getString("model"), row.getLong("vectors")));
		return counts;
	}

}
