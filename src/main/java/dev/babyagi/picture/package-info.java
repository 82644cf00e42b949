/**
 * Draws plans and their execution as SVG documents: {@link PlanSvg} and
 * {@link TimelineSvg}. It reads what it draws and changes nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "plan", "execution", "language" })
package dev.babyagi.picture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
