/**
 * What an objective is shown of earlier ones of its context, and the ledger of what was
 * stated there, which an answer must not contradict.
 */
@NullMarked
package dev.babyagi.journey.dialogue;

import org.jspecify.annotations.NullMarked;
