package dev.babyagi.web;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * A position in a list that is ordered by creation and, where two were created at once,
 * by id. Opaque on the wire.
 * <p>
 * It carries a digest of itself, so that a changed one is refused and never read as
 * another position. There is no secret in it: a position is nothing the client could not
 * choose by other means, whose rows are listed is decided by the caller and never by the
 * cursor, and a key would have to be shared by all replicas and outlive them.
 *
 * @param createdAt when the last item seen was created
 * @param id the id of the last item seen
 */
public record Cursor(Instant createdAt, UUID id) {

	private static final int POSITION_BYTES = Long.BYTES + Integer.BYTES + 2 * Long.BYTES;

	private static final int DIGEST_BYTES = 8;

	/** The form on the wire: 48 characters that need no escaping in a URL. */
	public String encode() {
		byte[] position = position();
		byte[] whole = ByteBuffer.allocate(POSITION_BYTES + DIGEST_BYTES)
			.put(position)
			.put(Sha256Digest.of(position), 0, DIGEST_BYTES)
			.array();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
	}

	/**
	 * Reads a cursor back.
	 * @throws Problem unless the text is exactly what {@link #encode} once wrote
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
