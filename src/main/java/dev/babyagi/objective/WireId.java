package dev.babyagi.objective;

import java.util.Optional;
import java.util.UUID;

/**
 * Formats and parses ids as the API shows them: a type prefix, an underscore, and the 128
 * bits of a UUID as 26 characters of Crockford's base 32 in upper case.
 */
public final class WireId {

	/** A pattern for the 26 characters. */
	static final String CHARACTERS = "[0-7][0-9A-HJKMNP-TV-Z]{25}";

	private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final int LENGTH = 26;

	private WireId() {
	}

	public static String format(String prefix, UUID id) {
		StringBuilder text = new StringBuilder(prefix.length() + 1 + LENGTH).append(prefix).append('_');
		for (int index = LENGTH - 1; index >= 0; index--) {
			text.append(ALPHABET.charAt((int) bits(id, index * 5)));
		}
		return text.toString();
	}

	/**
	 * Parses an id; empty unless the text is exactly what {@link #format} writes.
	 */
	public static Optional<UUID> parse(String prefix, String text) {
		int start = prefix.length() + 1;
		if (text.length() != start + LENGTH || !text.startsWith(prefix) || text.charAt(start - 1) != '_') {
			return Optional.empty();
		}
		long high = 0;
		long low = 0;
		for (int index = start; index < text.length(); index++) {
			int digit = ALPHABET.indexOf(text.charAt(index));
			if (digit < 0 || (index == start && digit > 7)) {
				return Optional.empty();
			}
			high = (high << 5) | (low >>> 59);
			low = (low << 5) | digit;
		}
		return Optional.of(new UUID(high, low));
	}

	private static long bits(UUID id, int shift) {
		long low = id.getLeastSignificantBits();
		long high = id.getMostSignificantBits();
		if (shift >= 64) {
			return (high >>> (shift - 64)) & 31;
		}
		long value = low >>> shift;
		return ((shift > 59) ? value | (high << (64 - shift)) : value) & 31;
	}

}
