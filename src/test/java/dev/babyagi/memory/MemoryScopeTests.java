package dev.babyagi.memory;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.babyagi.memory.MemoryDraft.Statement;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When two memories are one.
 */
class MemoryScopeTests {

	private final MemoryScope scope = new MemoryScope("default", null);

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			The user likes green.        | the user  likes GREEN
			Der Code ist Ａ１             | der code ist a1
			用户喜欢绿色。                 | 用户喜欢绿色
			!?                           | !?
			""")
	void foldsCaseWidthSpaceAndPunctuation(String text, String same) {
		assertThat(NormalizedText.words(text).strip()).isEqualTo(NormalizedText.words(same).strip());
		assertThat(NormalizedText.words(text)).isNotBlank();
	}

	@ParameterizedTest
	@CsvSource({ "-5, 5", "1.5, 15", "C#, C", "a b, ab", "50%, 50" })
	void keepsSignsThatMatter(String one, String other) {
		assertThat(NormalizedText.words(one)).isNotEqualTo(NormalizedText.words(other));
	}

	@Test
	void keepsScopesAndKindsApart() {
		MemoryScope other = new MemoryScope("other", null);
		MemoryScope context = new MemoryScope("default", UUID.randomUUID());
		assertThat(this.scope.digest(MemoryKind.FACT, "a")).isEqualTo(this.scope.digest(MemoryKind.FACT, "A."))
			.isNotEqualTo(other.digest(MemoryKind.FACT, "a"))
			.isNotEqualTo(context.digest(MemoryKind.FACT, "a"))
			.isNotEqualTo(this.scope.digest(MemoryKind.PREFERENCE, "a"));
		assertThat(this.scope.digest(MemoryKind.EPISODE, "a")).as("each objective has its own").isNull();
	}

	@Test
	void namesAnAttributeWithOrWithoutItsArticle() {
		assertThat(this.scope.factKey(new Statement("The user", "favourite colour", "green")))
			.isEqualTo(this.scope.factKey(new Statement("user", "the Favourite Colour", "blue")))
			.isNotEqualTo(this.scope.factKey(new Statement("user", "favourite food", "green")));
	}

	@Test
	void isNotFooledByPartsThatRunTogether() {
		assertThat(this.scope.factKey(new Statement("a\nb", "c", "x")))
			.isNotEqualTo(this.scope.factKey(new Statement("a", "b\nc", "x")));
	}

}
