/**
 * The HTTP API of objectives. It creates, shows, lists and erases them, and takes orders
 * to them.
 */
@NullMarked
package dev.babyagi.journey.web;

import org.jspecify.annotations.NullMarked;
