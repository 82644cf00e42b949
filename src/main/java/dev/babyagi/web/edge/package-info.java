/**
 * What stands between the server and the controllers: limits on bodies, strict query
 * parameters, and the wiring of Spring MVC and Tomcat.
 */
@NullMarked
package dev.babyagi.web.edge;

import org.jspecify.annotations.NullMarked;
