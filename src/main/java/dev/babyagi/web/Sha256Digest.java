package dev.babyagi.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Computes SHA-256 digests.
 */
public final class Sha256Digest {

	private Sha256Digest() {
	}

	/** Returns the digest of a text in UTF-8, as 64 hexadecimal characters. */
	public static String of(String text) {
		return HexFormat.of().formatHex(of(text.getBytes(StandardCharsets.UTF_8)));
	}

	public static byte[] of(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
