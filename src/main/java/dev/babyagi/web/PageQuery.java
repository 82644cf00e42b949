package dev.babyagi.web;

import java.util.Optional;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * The page of a list that a client requests. A controller takes it as
 * {@code @Valid @ParameterObject PageQuery page}.
 *
 * @param limit the most items on the page
 * @param cursor the {@code nextCursor} of the previous page; absent for the first page
 */
public record PageQuery(
		@Schema(description = "The most items on the page.",
				defaultValue = "20") @Min(1) @Max(100) @Nullable Integer limit,
		@Schema(description = "The nextCursor of the previous page.",
				pattern = "^[A-Za-z0-9_-]{48}$") @Nullable String cursor) {

	private static final int DEFAULT_SIZE = 20;

	/** Returns the most items on the page. */
	public int size() {
		return (this.limit != null) ? this.limit : DEFAULT_SIZE;
	}

	/**
	 * Returns the item after which the page begins, or nothing for the first page.
	 * @throws Problem if this service did not create the cursor
	 */
	public Optional<Cursor> after() {
		return Optional.ofNullable(this.cursor).map(Cursor::decode);
	}

}
