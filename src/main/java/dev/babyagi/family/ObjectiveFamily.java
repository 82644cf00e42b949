package dev.babyagi.family;

import java.util.UUID;

/**
 * Objectives that are alike.
 *
 * @param id its id
 * @param slots the text of its first objective with slots, see {@link SlottedText}
 */
record ObjectiveFamily(UUID id, String slots) {

}
