/**
 * Durable hand-over of work to a replica: a row is scheduled in the caller's commit and
 * carried under a lease. A dispatcher and a timer, and nothing else.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.babyagi.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
