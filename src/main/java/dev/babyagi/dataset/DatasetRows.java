package dev.babyagi.dataset;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.babyagi.objective.ObjectiveId;

/**
 * The rows of datasets, as lines of JSON in both forms.
 */
@Component
class DatasetRows {

	private static final int PAGE = 200;

	private final JdbcClient jdbc;

	DatasetRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(UUID dataset, Row row) {
		this.jdbc.sql("""
				insert into dataset_row (dataset_id, position, objective_id, family, role, split, openai_line, trl_line)
				values (:dataset, :position, :objective, :family, :role, :split, :openai, :trl)""")
			.param("dataset", dataset)
			.param("position", row.position())
			.param("objective", row.objective().id())
			.param("family", row.family())
			.param("role", row.role().name())
			.param("split", row.split().name())
			.param("openai", row.openAiLine())
			.param("trl", row.trlLine())
			.update();
	}

	/**
	 * Gives every line of a split in its order, a page at a time, so that any number
	 * fits.
	 */
	void read(UUID dataset, DatasetSplit split, List<DatasetRole> roles, RowForm form, Consumer<String> line) {
		String column = (form == RowForm.TRL) ? "coalesce(trl_line, openai_line)" : "openai_line";
		int after = -1;
		List<Line> page;
		do {
			page = this.jdbc.sql("select position, " + column + """
					 as line from dataset_row
					where dataset_id = :dataset and split = :split and role in (:roles) and position > :after
					order by position fetch first :page rows only""")
				.param("dataset", dataset)
				.param("split", split.name())
				.param("roles", roles.stream().map(DatasetRole::name).toList())
				.param("after", after)
				.param("page", PAGE)
				.query((row, index) -> new Line(row.getInt("position"), row.getString("line")))
				.list();
			page.forEach((row) -> line.accept(row.text()));
			after = page.isEmpty() ? after : page.getLast().position();
		}
		while (page.size() == PAGE);
	}

	/** The first rows of a role that are held out. */
	List<HeldOutRow> heldOut(UUID dataset, DatasetRole role, int limit) {
		return this.jdbc.sql("""
				select position, family, openai_line from dataset_row
				where dataset_id = :dataset and split = 'HELD_OUT' and role = :role
				order by position fetch first :limit rows only""")
			.param("dataset", dataset)
			.param("role", role.name())
			.param("limit", limit)
			.query((row, index) -> new HeldOutRow(row.getInt("position"), row.getObject("family", UUID.class),
					row.getString("openai_line")))
			.list();
	}

	/** How many objectives gave rows. */
	int objectives(UUID dataset) {
		return this.jdbc.sql("select count(distinct objective_id) from dataset_row where dataset_id = :dataset")
			.param("dataset", dataset)
			.query(Integer.class)
			.single();
	}

	int families(UUID dataset) {
		return this.jdbc.sql("select count(distinct family) from dataset_row where dataset_id = :dataset")
			.param("dataset", dataset)
			.query(Integer.class)
			.single();
	}

	int count(UUID dataset, DatasetRole role) {
		return this.jdbc.sql("select count(*) from dataset_row where dataset_id = :dataset and role = :role")
			.param("dataset", dataset)
			.param("role", role.name())
			.query(Integer.class)
			.single();
	}

	/** Erases the rows of an objective, and returns the datasets that had any. */
	List<UUID> erase(ObjectiveId objective) {
		List<UUID> datasets = this.jdbc
			.sql("select distinct dataset_id from dataset_row where objective_id = :objective")
			.param("objective", objective.id())
			.query((row, index) -> row.getObject("dataset_id", UUID.class))
			.list();
		this.jdbc.sql("delete from dataset_row where objective_id = :objective")
			.param("objective", objective.id())
			.update();
		return datasets;
	}

	void eraseOf(UUID dataset) {
		this.jdbc.sql("delete from dataset_row where dataset_id = :dataset").param("dataset", dataset).update();
	}

	/**
	 * A row.
	 *
	 * @param position its place in the dataset, from 0
	 * @param objective the objective that it comes from
	 * @param family the family of that objective
	 * @param role the role whose call it is
	 * @param split what it is used for
	 * @param openAiLine the line in OpenAI's form
	 * @param trlLine the line in the form of TRL, or {@code null} if it is the same
	 */
	record Row(int position, ObjectiveId objective, UUID family, DatasetRole role, DatasetSplit split,
			String openAiLine, @Nullable String trlLine) {

	}

	private record Line(int position, String text) {

	}

}
