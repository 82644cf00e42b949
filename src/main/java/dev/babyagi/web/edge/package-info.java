/**
 * Checks requests between the server and the controllers: allowed hosts, limits on bodies
 * and strict query parameters. It also configures Spring MVC and Tomcat.
 */
@NullMarked
package dev.babyagi.web.edge;

import org.jspecify.annotations.NullMarked;
