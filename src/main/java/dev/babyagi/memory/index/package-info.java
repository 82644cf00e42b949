/**
 * The index of a replica: a local, disposable cache of the rows of memories, with their
 * words and their vectors. {@code MemoryIndex} keeps it, {@code FeedFollower} fills it
 * and {@code MemoryRetrieval} searches it.
 */
@NullMarked
package dev.babyagi.memory.index;

import org.jspecify.annotations.NullMarked;
