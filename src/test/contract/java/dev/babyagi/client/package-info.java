/**
 * What a user of the generated Java client writes. It is compiled together with that
 * client, in its own build.
 */
package dev.babyagi.client;
