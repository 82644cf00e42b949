package dev.babyagi.tuning;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What the gate has shown: both models were asked the same held-out rows.
 *
 * @param n the pairs
 * @param wins pairs that only the tuned model had right
 * @param losses pairs that only the other had right
 * @param gain the share of right replies of the tuned model less that of the other
 * @param lowerBound the lower end of the 90 % interval of the gain
 * @param worstFamily the least gain of a family of objectives
 * @param costRatio tokens of the tuned model by those of the other
 * @param p95Ratio the 95th percentile of its times by that of the other
 * @param passed whether the model passed
 * @param reason why not, or {@code null}
 */
public record GateResult(int n, int wins, int losses, double gain, double lowerBound, double worstFamily,
		double costRatio, double p95Ratio, boolean passed, @Nullable String reason) {

	/** Fewer pairs cannot show a gain of a few points. */
	static final int LEAST_PAIRS = 200;

	private static final double LEAST_BOUND = -0.01;

	private static final double LEAST_FAMILY = -0.05;

	private static final double MOST_RATIO = 1.2;

	/** Families with fewer pairs say nothing. */
	private static final int LEAST_OF_FAMILY = 10;

	/** The 95th percentile of the normal distribution. */
	private static final double Z = 1.6448536269514722;

	static GateResult of(List<Pair> pairs) {
		int wins = count(pairs, true, false);
		int losses = count(pairs, false, true);
		int n = pairs.size();
		double gain = (n > 0) ? (double) (wins - losses) / n : 0;
		double bound = gain - Z * deviation(wins, losses, n);
		double family = worstFamily(pairs);
		double cost = ratio(pairs.stream().mapToDouble((pair) -> pair.tuned().tokens()).sum(),
				pairs.stream().mapToDouble((pair) -> pair.other().tokens()).sum());
		double time = ratio(p95(pairs.stream().map((pair) -> pair.tuned().millis()).toList()),
				p95(pairs.stream().map((pair) -> pair.other().millis()).toList()));
		String reason = reason(n, gain, bound, family, cost, time);
		return new GateResult(n, wins, losses, round(gain), round(bound), round(family), round(cost), round(time),
				reason == null, reason);
	}

	/** A gate that could not be held. */
	static GateResult refused(int n, String reason) {
		return new GateResult(n, 0, 0, 0, 0, 0, 1, 1, false, reason);
	}

	static String tooFew(int n) {
		return "It takes %d held-out rows, and there are %d".formatted(LEAST_PAIRS, n);
	}

	private static @Nullable String reason(int n, double gain, double bound, double family, double cost, double time) {
		if (n < LEAST_PAIRS) {
			return tooFew(n);
		}
		if (gain <= 0) {
			return "It is right no more often than the other model";
		}
		if (bound <= LEAST_BOUND) {
			return "Its gain may as well be a loss of more than a point";
		}
		if (family < LEAST_FAMILY) {
			return "In one family of objectives it is right much less often";
		}
		if (cost > MOST_RATIO) {
			return "It takes more than 1.2 times the tokens";
		}
		return (time > MOST_RATIO) ? "Its slow calls take more than 1.2 times as long" : null;
	}

	/** The standard deviation of the difference of two paired shares (McNemar 1947). */
	private static double deviation(int wins, int losses, int n) {
		if (n == 0) {
			return 0;
		}
		double difference = wins - losses;
		return Math.sqrt(wins + losses - difference * difference / n) / n;
	}

	private static double worstFamily(List<Pair> pairs) {
		Map<UUID, List<Pair>> families = pairs.stream().collect(Collectors.groupingBy(Pair::family));
		return families.values()
			.stream()
			.filter((family) -> family.size() >= LEAST_OF_FAMILY)
			.map((family) -> (double) (count(family, true, false) - count(family, false, true)) / family.size())
			.min(Comparator.naturalOrder())
			.orElse(0.0);
	}

	private static int count(List<Pair> pairs, boolean tuned, boolean other) {
		return (int) pairs.stream()
			.filter((pair) -> pair.tuned().correct() == tuned && pair.other().correct() == other)
			.count();
	}

	private static double p95(List<Long> times) {
		List<Long> sorted = times.stream().sorted().toList();
		return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
	}

	private static double ratio(double one, double other) {
		return (other > 0) ? one / other : 1;
	}

	private static double round(double value) {
		return Math.round(value * 1000) / 1000.0;
	}

	/**
	 * One row that both models were asked.
	 *
	 * @param family the family of its objective
	 * @param tuned what the tuned model did
	 * @param other what the other did
	 */
	record Pair(UUID family, Trial tuned, Trial other) {

	}

	/**
	 * One call.
	 *
	 * @param correct whether the reply was right
	 * @param tokens what it took, estimated
	 * @param millis how long it took
	 */
	record Trial(boolean correct, int tokens, long millis) {

	}

}
