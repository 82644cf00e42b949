package dev.babyagi.objective;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A metadata value of a client.
 *
 * @param tenant the tenant of the objective
 * @param text the value
 * @param beginning the first 64 characters of the value, which are indexed: an index
 * takes no more than 2,700 bytes of a row
 */
@Embeddable
record MetadataValue(String tenant, @Column(name = "text") String text, @Column(name = "beginning") String beginning) {

	private static final int INDEXED = 64;

	MetadataValue(String tenant, String text) {
		this(tenant, text, text.substring(0,
				text.offsetByCodePoints(0, Math.min(INDEXED, text.codePointCount(0, text.length())))));
	}

}
