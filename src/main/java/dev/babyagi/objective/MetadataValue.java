package dev.babyagi.objective;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A metadata value of a client.
 *
 * @param tenant the tenant of the objective
 * @param text the value
 */
@Embeddable
record MetadataValue(String tenant, @Column(name = "text") String text) {

}
