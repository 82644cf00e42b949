/**
 * Measures what the service makes of feedback. The models here answer by competence from
 * what they are sent, so that the figures say something of the orchestration, and nothing
 * of any real model.
 */
@NullMarked
package dev.babyagi.evaluation;

import org.jspecify.annotations.NullMarked;
