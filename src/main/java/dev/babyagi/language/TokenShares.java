package dev.babyagi.language;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides the room of a prompt among texts. Small texts get all they need, and large ones
 * share the rest evenly.
 */
public final class TokenShares {

	private TokenShares() {
	}

	/**
	 * Returns the share of each text.
	 * @param sizes the sizes of the texts, in tokens
	 * @param room the room for all of them, in tokens
	 * @return the most tokens of each text, in the given order
	 */
	public static int[] of(List<Integer> sizes, int room) {
		int[] shares = new int[sizes.size()];
		int left = Math.max(0, room);
		int waiting = sizes.size();
		for (int index : bySize(sizes)) {
			shares[index] = Math.min(sizes.get(index), left / waiting);
			left -= shares[index];
			waiting--;
		}
		return shares;
	}

	private static List<Integer> bySize(List<Integer> sizes) {
		return IntStream.range(0, sizes.size()).boxed().sorted(Comparator.comparing(sizes::get)).toList();
	}

}
