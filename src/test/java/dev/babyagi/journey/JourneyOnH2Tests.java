package dev.babyagi.journey;

/**
 * The journey on H2.
 */
@ServiceOnH2
class JourneyOnH2Tests extends AbstractJourneyTests {

}
