package dev.babyagi.house;

import java.util.Collection;
import java.util.List;

/**
 * How numbers are spread, each by the nearest rank: always one of the numbers themselves.
 *
 * @param median at least half of the numbers are no greater
 * @param p95 at least 95 of a hundred are no greater
 * @param max the greatest
 */
record Percentiles(int median, int p95, int max) {

	static Percentiles of(Collection<Integer> numbers) {
		if (numbers.isEmpty()) {
			throw new IllegalArgumentException("No numbers, so no percentiles");
		}
		List<Integer> sorted = numbers.stream().sorted().toList();
		return new Percentiles(nearestRank(sorted, 50), nearestRank(sorted, 95), sorted.getLast());
	}

	private static int nearestRank(List<Integer> sorted, int percent) {
		return sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1);
	}

	@Override
	public String toString() {
		return this.median + " / " + this.p95 + " / " + this.max;
	}

}
