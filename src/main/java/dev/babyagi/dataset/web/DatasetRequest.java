package dev.babyagi.dataset.web;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.babyagi.dataset.DatasetFormat;
import dev.babyagi.dataset.DatasetRole;
import dev.babyagi.web.Problem;
import dev.babyagi.web.ProblemType;

/**
 * The body of a {@code POST} of a dataset.
 *
 * @param format what its rows are for
 * @param roles whose calls become rows; all of them if it is absent
 * @param consent whether those whose objectives these are agree
 */
@Schema(name = "DatasetRequest", example = """
		{"format": "sft", "roles": ["planner", "executor"], "consent": true}""")
record DatasetRequest(@NotNull @Schema(description = "What its rows are for") DatasetFormat format,
		@Nullable @Size(min = 1, max = 3) @Schema(
				description = "Whose calls become rows; absent: all roles") List<@NotNull DatasetRole> roles,
		@NotNull @Schema(description = "Must be true: those whose objectives these are agree to train on them",
				example = "true") Boolean consent) {

	/** The roles, without repetitions. */
	List<DatasetRole> wanted() {
		if (!this.consent) {
			throw Problem
				.of(ProblemType.UNPROCESSABLE,
						"Training data is made only if those whose objectives these are agree to it. "
								+ "Objectives of those who do not agree are submitted with learning.teach=false")
				.error("/consent", "must be true");
		}
		return (this.roles != null) ? this.roles.stream().distinct().sorted().toList() : List.of(DatasetRole.values());
	}

}
