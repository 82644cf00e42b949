package dev.babyagi.memory.index;

/**
 * An index that is open.
 *
 * @param lucene its files
 * @param models the models of its vectors
 * @param follower what brings it up to the rows
 */
record OpenIndex(LuceneIndex lucene, IndexModels models, FeedFollower follower) {

}
