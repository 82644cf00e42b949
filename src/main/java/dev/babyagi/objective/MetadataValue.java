package dev.babyagi.objective;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A client's own value.
 *
 * @param tenant whose
 * @param text the value
 */
@Embeddable
record MetadataValue(String tenant, @Column(name = "text") String text) {

}
