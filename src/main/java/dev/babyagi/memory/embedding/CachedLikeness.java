package dev.babyagi.memory.embedding;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

import dev.babyagi.memory.TextLikeness;

/**
 * Compares texts by their embeddings, and keeps the vectors of those that were compared
 * last.
 */
@Component
class CachedLikeness implements TextLikeness {

	private static final int KEPT = 4000;

	/** A model that has failed is not asked again for so long. */
	private static final long REST = Duration.ofMinutes(1).toNanos();

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]");

	private static final Logger log = LoggerFactory.getLogger(CachedLikeness.class);

	private final EmbeddingModels models;

	private final ConcurrentLruCache<String, float[]> vectors = new ConcurrentLruCache<>(KEPT, this::embed);

	private volatile long failedAt = System.nanoTime() - REST;

	CachedLikeness(EmbeddingModels models) {
		this.models = models;
	}

	@Override
	public double of(String one, String other) {
		if (one.equals(other)) {
			return 1;
		}
		boolean readable = !one.isBlank() && !other.isBlank()
				&& this.models.present().filter((model) -> model.canRead(one) && model.canRead(other)).isPresent();
		if (readable && System.nanoTime() - this.failedAt >= REST) {
			try {
				return dot(this.vectors.get(one), this.vectors.get(other));
			}
			catch (EmbeddingFailure ex) {
				this.failedAt = System.nanoTime();
				log.warn("Texts are compared by their words alone for a minute: {}", ex.getMessage());
			}
		}
		return byWords(one, other);
	}

	private float[] embed(String text) {
		return this.models.present().orElseThrow().embed(List.of(text)).getFirst();
	}

	private static double dot(float[] one, float[] other) {
		double sum = 0;
		for (int index = 0; index < Math.min(one.length, other.length); index++) {
			sum += (double) one[index] * other[index];
		}
		return sum;
	}

	/** The cosine of the counts of their words and signs. */
	static double byWords(String one, String other) {
		Map<String, Integer> first = counts(one);
		Map<String, Integer> second = counts(other);
		double common = first.entrySet()
			.stream()
			.mapToDouble((entry) -> (double) entry.getValue() * second.getOrDefault(entry.getKey(), 0))
			.sum();
		double lengths = length(first) * length(second);
		return (lengths > 0) ? common / lengths : 0;
	}

	private static Map<String, Integer> counts(String text) {
		Map<String, Integer> counts = new HashMap<>();
		WORD.matcher(text.toLowerCase(Locale.ROOT))
			.results()
			.forEach((word) -> counts.merge(word.group(), 1, Integer::sum));
		return counts;
	}

	private static double length(Map<String, Integer> counts) {
		return Math.sqrt(counts.values().stream().mapToDouble((count) -> (double) count * count).sum());
	}

}
