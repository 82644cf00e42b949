package dev.babyagi.learning.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.babyagi.learning.FeedbackDraft;
import dev.babyagi.web.Problem;

/**
 * The body of a {@code POST} of feedback. At least one field is given.
 *
 * @param rating from -1 (wrong) to 1 (right)
 * @param labels words of the client's own
 * @param comment what was good or bad about it
 * @param correction what should be done instead
 * @param expectedOutput the right answer
 */
@Schema(name = "FeedbackRequest", minProperties = 1, example = """
		{"rating": -1, "correction": "In this house a # b means a times b minus a.", "expectedOutput": "9"}""")
record FeedbackRequest(
		@Nullable @DecimalMin("-1") @DecimalMax("1") @Schema(description = "From -1 (wrong) to 1 (right)",
				example = "-1") Double rating,
		@Nullable @Size(max = 20) @Schema(
				description = "Words of your own") List<@NotBlank @Size(min = 1, max = 64) String> labels,
		@Nullable @Size(min = 1, max = 2000) @Schema(description = "What was good or bad about it") String comment,
		@Nullable @Size(min = 1, max = 2000) @Schema(
				description = "What should be done instead; a lesson may come of it",
				example = "In this house a # b means a times b minus a.") String correction,
		@Nullable @Size(min = 1, max = 10_000) @Schema(
				description = "The right answer; lessons are tried on objectives that have one",
				example = "9") String expectedOutput) {

	FeedbackDraft draft() {
		List<String> given = (this.labels != null) ? this.labels : List.of();
		List<@Nullable Object> fields = new ArrayList<>();
		Collections.addAll(fields, this.rating, this.comment, this.correction, this.expectedOutput);
		if (given.isEmpty() && fields.stream().noneMatch(Objects::nonNull)) {
			throw Problem.invalid("", "needs at least one of rating, labels, comment, correction and expectedOutput");
		}
		return new FeedbackDraft(this.rating, given, this.comment, this.correction, this.expectedOutput);
	}

}
