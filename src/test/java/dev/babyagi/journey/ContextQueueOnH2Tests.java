package dev.babyagi.journey;

/**
 * The queue of a context on H2.
 */
@ServiceOnH2
class ContextQueueOnH2Tests extends AbstractContextQueueTests {

}
