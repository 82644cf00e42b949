package dev.babyagi.memory.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.babyagi.memory.embedding.EmbeddingModels;
import dev.babyagi.memory.embedding.TextEmbedder;

/**
 * The models of an index: the present one, and a former one whose vectors are searched
 * until the present one has embedded everything.
 */
final class IndexModels {

	private final @Nullable TextEmbedder present;

	private volatile @Nullable TextEmbedder former;

	private IndexModels(@Nullable TextEmbedder present, @Nullable TextEmbedder former) {
		this.present = present;
		this.former = former;
	}

	/** The models of an index that is there. */
	static IndexModels of(EmbeddingModels models, String former) {
		return new IndexModels(models.present().orElse(null), models.named(former).orElse(null));
	}

	/**
	 * The models of a new index. The former one is the one with the most vectors, if it
	 * has more than the present one and still can be run.
	 * @param counts the vectors there are, by model
	 */
	static IndexModels chosen(EmbeddingModels models, Map<String, Long> counts) {
		TextEmbedder present = models.present().orElse(null);
		if (present == null) {
			return new IndexModels(null, null);
		}
		long own = counts.getOrDefault(present.model(), 0L);
		Optional<TextEmbedder> former = counts.entrySet()
			.stream()
			.filter((count) -> count.getValue() > own)
			.sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
			.flatMap((count) -> models.named(count.getKey()).stream())
			.findFirst();
		return new IndexModels(present, former.orElse(null));
	}

	@Nullable TextEmbedder present() {
		return this.present;
	}

	/** The name of the present model, or {@code null}. */
	@Nullable String name() {
		return (this.present != null) ? this.present.model() : null;
	}

	/** The model whose vectors are searched, or {@code null}. */
	@Nullable TextEmbedder serving() {
		TextEmbedder former = this.former;
		return (former != null) ? former : this.present;
	}

	/** The names of the models whose vectors the index holds. */
	List<String> names() {
		List<String> names = new ArrayList<>();
		if (this.present != null) {
			names.add(this.present.model());
		}
		TextEmbedder former = this.former;
		if (former != null) {
			names.add(former.model());
		}
		return names;
	}

	boolean hasFormer() {
		return this.former != null;
	}

	String formerName() {
		TextEmbedder former = this.former;
		return (former != null) ? former.model() : "";
	}

	/** The present model has embedded everything. */
	void retireFormer() {
		this.former = null;
	}

}
