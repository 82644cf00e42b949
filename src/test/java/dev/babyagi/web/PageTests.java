package dev.babyagi.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages of a list.
 */
class PageTests {

	private static final PageQuery TWO = new PageQuery(2, null);

	@Test
	void isTheLastWhenNoRowIsLeft() {
		assertThat(Page.of(rows(0), TWO, PageTests::position)).isEqualTo(new Page<>(List.of(), null));
		assertThat(Page.of(rows(2), TWO, PageTests::position)).isEqualTo(new Page<>(List.of(1L, 2L), null));
	}

	@Test
	void leadsToTheNextOneFromItsLastItem() {
		Page<Long> page = Page.of(rows(3), TWO, PageTests::position);
		assertThat(page.items()).containsExactly(1L, 2L);
		assertThat(new PageQuery(2, page.nextCursor()).after()).contains(position(2));
	}

	@Test
	void showsItemsInAnotherForm() {
		assertThat(new Page<>(List.of(1L), "next").map(Object::toString)).isEqualTo(new Page<>(List.of("1"), "next"));
	}

	private static List<Long> rows(int count) {
		return LongStream.rangeClosed(1, count).boxed().toList();
	}

	private static Cursor position(long row) {
		return new Cursor(Instant.ofEpochSecond(row), new UUID(0, row));
	}

}
