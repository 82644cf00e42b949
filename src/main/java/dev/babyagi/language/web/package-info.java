/**
 * The HTTP face of the language module.
 */
@NullMarked
package dev.babyagi.language.web;

import org.jspecify.annotations.NullMarked;
