package dev.babyagi.web;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * A position in a list that is ordered by time of creation, and by id where two items
 * have the same time. Clients treat its text as opaque.
 * <p>
 * The text contains a digest of the position, so that a changed cursor is refused and
 * never read as another position. The digest uses no secret key. A position gives a
 * client no access: the rows it may list depend on the caller, not on the cursor. A key
 * would have to be shared by all replicas and outlive them.
 *
 * @param createdAt when the last item of the page was created
 * @param id the id of the last item of the page
 */
public record Cursor(Instant createdAt, UUID id) {

	private static final int POSITION_BYTES = Long.BYTES + Integer.BYTES + 2 * Long.BYTES;

	private static final int DIGEST_BYTES = 8;

	/** Returns the text form: 48 characters that need no escaping in a URL. */
	public String encode() {
		byte[] position = position();
		byte[] whole = ByteBuffer.allocate(POSITION_BYTES + DIGEST_BYTES)
			.put(position)
			.put(Sha256Digest.of(position), 0, DIGEST_BYTES)
			.array();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
	}

	/**
	 * Reads a cursor from its text form.
	 * @throws Problem unless the text is exactly what {@link #encode} wrote
	 */
	public static Cursor decode(String text) {
		try {
			ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
			if (bytes.capacity() == POSITION_BYTES + DIGEST_BYTES) {
				Instant createdAt = Instant.ofEpochSecond(bytes.getLong(), bytes.getInt());
				Cursor cursor = new Cursor(createdAt, new UUID(bytes.getLong(), bytes.getLong()));
				if (cursor.encode().equals(text)) {
					return cursor;
				}
			}
		}
		catch (IllegalArgumentException | DateTimeException | ArithmeticException ex) {
			throw unknown();
		}
		throw unknown();
	}

	private byte[] position() {
		return ByteBuffer.allocate(POSITION_BYTES)
			.putLong(this.createdAt.getEpochSecond())
			.putInt(this.createdAt.getNano())
			.putLong(this.id.getMostSignificantBits())
			.putLong(this.id.getLeastSignificantBits())
			.array();
	}

	private static Problem unknown() {
		return Problem.invalid("cursor", "is not a nextCursor of this list");
	}

}
