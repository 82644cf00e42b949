package dev.babyagi.web;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * One page of a list, newest first.
 *
 * @param items the items on this page
 * @param nextCursor where the next page begins; {@code null} on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

	public Page {
		items = List.copyOf(items);
	}

	/**
	 * Builds a page from rows that were read with one row more than fits; the extra row
	 * tells whether there is a next page.
	 * @param rows at most {@code query.size() + 1} rows
	 * @param query the page that was requested
	 * @param position returns the position of a row in the list
	 */
	public static <T> Page<T> of(List<T> rows, PageQuery query, Function<T, Cursor> position) {
		if (rows.size() <= query.size()) {
			return new Page<>(rows, null);
		}
		List<T> items = rows.subList(0, query.size());
		return new Page<>(items, position.apply(items.getLast()).encode());
	}

	/**
	 * Returns the same page with each item converted.
	 */
	public <R> Page<R> map(Function<T, R> form) {
		return new Page<>(this.items.stream().map(form).toList(), this.nextCursor);
	}

}
