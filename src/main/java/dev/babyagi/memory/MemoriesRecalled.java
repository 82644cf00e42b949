package dev.babyagi.memory;

import java.util.List;
import java.util.UUID;

/**
 * Memories came into a prompt or into the artifact of a recall task.
 *
 * @param ids the ids of memories, and of objectives that are turns
 */
public record MemoriesRecalled(List<UUID> ids) {

}
