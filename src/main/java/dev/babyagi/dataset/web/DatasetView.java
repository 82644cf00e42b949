package dev.babyagi.dataset.web;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.babyagi.dataset.Dataset;
import dev.babyagi.dataset.DatasetFormat;
import dev.babyagi.dataset.DatasetId;
import dev.babyagi.dataset.DatasetManifest;
import dev.babyagi.dataset.DatasetRole;
import dev.babyagi.dataset.DatasetState;
import dev.babyagi.dataset.Datasets;

/**
 * A dataset in the HTTP API.
 *
 * @param id its id
 * @param version its number among all datasets, from 1
 * @param format what its rows are for
 * @param roles whose calls became rows
 * @param state how it stands
 * @param reason why it could not be built
 * @param rows how many rows there are, so far while it is being built
 * @param manifest what it is made of, once it is built
 * @param createdAt when it was asked for
 * @param finishedAt when it was built
 */
@Schema(name = "Dataset")
record DatasetView(@Schema(example = DatasetView.EXAMPLE, pattern = DatasetId.PATTERN) String id,
		@Schema(example = "3") int version, DatasetFormat format, List<DatasetRole> roles, DatasetState state,
		@Nullable String reason, @Schema(example = "120") int rows, @Nullable DatasetManifest manifest,
		Instant createdAt, @Nullable Instant finishedAt) {

	static final String EXAMPLE = "dts_01M88EQ6FJEXDAV3FV4QHVJ051";

	static DatasetView of(Dataset dataset, Datasets datasets) {
		int rows = dataset.roles().stream().mapToInt((role) -> datasets.rows(dataset, role)).sum();
		return new DatasetView(dataset.id().toString(), dataset.number(), dataset.format(), dataset.roles(),
				dataset.state(), dataset.reason(), rows, dataset.manifest(), dataset.createdAt(), dataset.finishedAt());
	}

}
