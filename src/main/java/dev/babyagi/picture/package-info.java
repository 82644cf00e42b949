/**
 * Draws plans as SVG documents: {@link PlanSvg}. It reads what it draws and changes
 * nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "plan")
package dev.babyagi.picture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
