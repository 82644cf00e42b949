package dev.babyagi.web;

import java.util.Optional;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted. Taken by a controller as
 * {@code @Valid @ParameterObject PageQuery page}.
 *
 * @param limit the most items on the page
 * @param cursor the {@code nextCursor} of the page before; absent for the first page
 */
public record PageQuery(
		@Schema(description = "The most items on the page.",
				defaultValue = "20") @Min(1) @Max(100) @Nullable Integer limit,
		@Schema(description = "The nextCursor of the page before.") @Nullable String cursor) {

	private static final int DEFAULT_SIZE = 20;

	/** The most items on the page. */
	public int size() {
		return (this.limit != null) ? this.limit : DEFAULT_SIZE;
	}

	/**
	 * The item after which the page begins; nothing for the first page.
	 * @throws Problem if the cursor is not one this service gave out
	 */
	public Optional<Cursor> after() {
		return Optional.ofNullable(this.cursor).map(Cursor::decode);
	}

}
