/**
 * Makes stored tasks again, with a lesson and without it, and admits the lesson if it
 * wins.
 */
@NullMarked
package dev.babyagi.learning.replay;

import org.jspecify.annotations.NullMarked;
