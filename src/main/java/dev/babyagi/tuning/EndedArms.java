package dev.babyagi.tuning;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Objectives that have ended, with something and without it.
 *
 * @param with those that had it
 * @param without those of the same time that had it not
 */
public record EndedArms(Ended with, Ended without) {

	/**
	 * Counts objectives.
	 * @param ended objectives that have ended, and whether each was good
	 * @param with which of them had it
	 * @param without which of them are compared with those
	 */
	public static EndedArms of(Map<UUID, Boolean> ended, Predicate<UUID> with, Predicate<UUID> without) {
		return new EndedArms(count(ended, with), count(ended, without));
	}

	private static Ended count(Map<UUID, Boolean> ended, Predicate<UUID> counted) {
		List<Boolean> good = ended.entrySet()
			.stream()
			.filter((entry) -> counted.test(entry.getKey()))
			.map(Map.Entry::getValue)
			.toList();
		return new Ended(good.size(), (int) good.stream().filter((one) -> one).count());
	}

	/**
	 * Objectives that have ended.
	 *
	 * @param runs how many
	 * @param good those that were completed and that nobody called wrong
	 */
	public record Ended(int runs, int good) {

	}

}
