package dev.babyagi.exemplar;

import java.util.List;

/**
 * The slots of an objective that another one filled in another way while its plan stayed
 * the same, as a set of bits.
 *
 * @param bits bit n stands for slot n, counted from 0
 */
record ProvenSlots(long bits) {

	/** So many slots have a bit. */
	static final int MOST = 64;

	/**
	 * The slots in which two lists of literals of the same length, 64 at most, differ.
	 */
	static ProvenSlots differences(List<String> literals, List<String> others) {
		long bits = 0;
		for (int slot = 0; slot < literals.size(); slot++) {
			if (!literals.get(slot).equals(others.get(slot))) {
				bits |= 1L << slot;
			}
		}
		return new ProvenSlots(bits);
	}

}
