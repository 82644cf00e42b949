/**
 * The HTTP interface of the language module. It lists the models.
 */
@NullMarked
package dev.babyagi.language.web;

import org.jspecify.annotations.NullMarked;
