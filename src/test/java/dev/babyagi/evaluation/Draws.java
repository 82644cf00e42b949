package dev.babyagi.evaluation;

/**
 * Chance that depends on a run and a question alone, never on a prompt: what is asked
 * with a lesson and without it is a pair.
 *
 * @param run the number of the run
 */
public record Draws(long run) {

	/** A number from 0 to 1. */
	public double share(String question, String purpose) {
		return (bits(question, purpose) >>> 11) * 0x1.0p-53;
	}

	/** A number from 0 to the bound less 1. */
	public int below(int bound, String question, String purpose) {
		return (int) (share(question, purpose) * bound);
	}

	private long bits(String question, String purpose) {
		long bits = mix(this.run);
		for (int index = 0; index < question.length(); index++) {
			bits = mix(bits ^ question.charAt(index));
		}
		for (int index = 0; index < purpose.length(); index++) {
			bits = mix(bits ^ (purpose.charAt(index) << 16));
		}
		return bits;
	}

	/** SplitMix64. */
	private static long mix(long bits) {
		long mixed = bits + 0x9e3779b97f4a7c15L;
		mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
		mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
		return mixed ^ (mixed >>> 31);
	}

}
