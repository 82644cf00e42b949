package dev.babyagi.memory.index;

import java.util.Map;
import java.util.UUID;

import dev.babyagi.memory.IndexedMemory;

/**
 * What is put into the index.
 *
 * @param memory the memory or turn
 * @param owner the memory whose row brings it: itself, or the episode of a turn
 * @param vectors its vectors, by model
 */
record MemoryDocument(IndexedMemory memory, UUID owner, Map<String, float[]> vectors) {

}
