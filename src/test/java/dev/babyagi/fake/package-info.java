/**
 * A fake OpenAI-compatible endpoint: real HTTP on loopback, scripted answers, every fault
 * of the wire, and a ledger of the calls it saw. Begin at {@link FakeEndpoint}.
 */
@NullMarked
package dev.babyagi.fake;

import org.jspecify.annotations.NullMarked;
